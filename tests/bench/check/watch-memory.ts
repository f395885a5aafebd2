import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_MS = 50;

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended, or this is no Linux.
    return "";
  }
}

/** Gives the processes that others have started, by who did. */
function listChildren(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readText(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function listDescendants(children: ReadonlyMap<number, readonly number[]>, pid: number): readonly number[] {
  return (children.get(pid) ?? []).flatMap((child) => [child, ...listDescendants(children, child)]);
}

/** What processes share is counted once: their proportional set size, in kB. */
function readSize(pid: number): number {
  return Number(/^Pss: +(\d+)/m.exec(readText(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** Gives what all processes hold that this one has started, and theirs, in MB; undefined where the system does not tell. */
function measureBelow(): number | undefined {
  if (process.platform !== "linux") return undefined;
  const sizes = listDescendants(listChildren(), process.pid).map(readSize);
  return (sizes.reduce((sum, size) => sum + size, 0) * 1024) / 1e6;
}

/** Watches the memory of all that this process has started; what it gives ends the watch and tells how much more it was at most, in MB. */
export function watchMemory(): () => number | undefined {
  const before = measureBelow();
  if (before === undefined) return () => undefined;
  let most = before;
  const look = (): void => void (most = Math.max(most, measureBelow() ?? 0));
  const timer = setInterval(look, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return most - before;
  };
}
