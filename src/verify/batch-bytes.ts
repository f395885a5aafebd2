/** How often progress is told. */
const REPORT_MS = 100;

/** Gathers counts of bytes, so that whoever is told of them hears it ten times a second and no more. Times are in ms. */
export function batchBytes(tell: (bytes: number) => void, now: () => number): (count: number) => void {
  let [told, waiting] = [now(), 0];
  return (count) => {
    waiting += count;
    if (now() - told < REPORT_MS) return;
    tell(waiting);
    [told, waiting] = [now(), 0];
  };
}
