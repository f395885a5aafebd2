/** A place among those who work at the same time. */
export interface Slot {
  /** Tells of a sign of life: who gives none for a while only waits, and lets the next one begin. */
  readonly touch: () => void;
  /** Gives the place back; a second time changes nothing. */
  readonly release: () => void;
}

/** How many may work at once. */
export interface SlotOptions {
  readonly count: number;
  /** How many may wait beside them: else a slow line of the prober's own would be asked for everything at once. */
  readonly waiting: number;
  /** After how much silence who works counts as waiting. */
  readonly quietMs: number;
}

/** A gate's state: how many more may work, how many wait, and who is not let in yet. */
interface Gate {
  free: number;
  waiting: number;
  readonly queue: (() => void)[];
}

function give(gate: Gate): void {
  const next = gate.queue.shift();
  if (next) next();
  else gate.free += 1;
}

function take(gate: Gate, { waiting, quietMs }: SlotOptions): Slot {
  let state: "works" | "waits" | "done" = "works";
  const onQuiet = (): void => {
    if (gate.waiting >= waiting) {
      timer = setTimeout(onQuiet, quietMs);
      return;
    }
    state = "waits";
    gate.waiting += 1;
    give(gate);
  };
  let timer = setTimeout(onQuiet, quietMs);
  const release = (): void => {
    clearTimeout(timer);
    if (state === "works") give(gate);
    if (state === "waits") gate.waiting -= 1;
    state = "done";
  };
  return { touch: () => state === "works" && timer.refresh(), release };
}

/**
 * Makes a gate that lets so many work at once. Who waits for a silent mirror holds no place: a hundred that hang cost their
 * time limit once, not once for each handful of them.
 */
export function createSlots(options: SlotOptions): () => Promise<Slot> {
  const gate: Gate = { free: options.count, waiting: 0, queue: [] };
  return async () => {
    if (gate.free > 0) gate.free -= 1;
    else await new Promise<void>((resolve) => gate.queue.push(resolve));
    return take(gate, options);
  };
}
