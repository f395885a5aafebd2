import { type Finding, judgeMirror } from "../../ops/verdict.ts";
import { probeMirror, type ProbeOptions } from "./probe-mirror.ts";
import { createSlots } from "./slots.ts";

/** How a whole pool is asked. */
export interface PoolProbeOptions extends ProbeOptions {
  /** How many mirrors are worked on at once; those that keep silent for a second are not counted. */
  readonly concurrency: number;
  /** Hears of each mirror that is done. */
  readonly onDone: () => void;
}

const QUIET_MS = 1000;

/** How many may wait for each that works: enough for a tenth of a large pool to hang at no cost. */
const WAITING_EACH = 9;

/** Asks every mirror, and gives a finding for each, in their order. */
export function probePool(prefixes: readonly string[], options: PoolProbeOptions): Promise<Finding[]> {
  const { concurrency: count } = options;
  const takeSlot = createSlots({ count, waiting: WAITING_EACH * count, quietMs: QUIET_MS });
  return Promise.all(
    prefixes.map(async (prefix) => {
      const slot = await takeSlot();
      const observation = await probeMirror(prefix, options, slot.touch);
      slot.release();
      options.onDone();
      return judgeMirror(observation);
    }),
  );
}
