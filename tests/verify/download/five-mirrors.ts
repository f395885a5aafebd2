import type { Behaviour } from "./behaviour.ts";
import type { PlannedMirror } from "./run-virtual.ts";

function mirror(behaviour: Behaviour, rate = Infinity): PlannedMirror {
  return { weight: 50, rate, latencyMs: 1, behave: () => behaviour };
}

/** Five mirrors of which every one has a fault, and yet the file can be had: from the slow one, and in parts from the one that stalls. */
export const FIVE_MIRRORS: Readonly<Record<string, PlannedMirror>> = {
  "https://dead.example/": mirror({ kind: "dead" }),
  "https://stalls.example/": mirror({ kind: "stalls", at: 0.5 }),
  "https://flips.example/": mirror({ kind: "flips", at: 0.7 }),
  "https://no-range.example/": mirror({ kind: "no-range" }),
  // 40 MB/s on each connection.
  "https://slow.example/": mirror({ kind: "serves" }, 40_000),
};
