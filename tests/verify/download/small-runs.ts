import type { DownloadRequest } from "../../../src/verify/download/download-request.ts";
import type { Behaviour } from "./behaviour.ts";
import { type PlannedMirror, runVirtual, type VirtualPlan, type VirtualRun } from "./run-virtual.ts";
import { makeSampleFile } from "./sample-file.ts";

/** The length of a piece of the small file. */
export const PIECE = 1024;

/** A file of 100 pieces and one byte. */
export const SAMPLE = makeSampleFile(100 * PIECE + 1, PIECE);

/** The prefixes of two mirrors. */
export const [A, B] = ["https://a.example/", "https://b.example/"] as const;

/** Plans a mirror that always behaves so. */
export function mirror(
  kind: Exclude<Behaviour["kind"], "status" | "stalls" | "resets" | "truncates" | "flips"> = "serves",
): PlannedMirror {
  return { weight: 50, rate: 1, latencyMs: 10, behave: () => ({ kind }) };
}

/** Downloads the small file. */
export function run(
  mirrors: VirtualPlan["mirrors"],
  change: VirtualPlan["change"] = () => ({}),
  seed = 1,
): Promise<VirtualRun> {
  return runVirtual({ sample: SAMPLE, mirrors, seed, change });
}

/** Stops a download when so many pieces are written. */
export function stopAfter(pieces: number): Partial<DownloadRequest> {
  const controller = new AbortController();
  let count = 0;
  return {
    signal: controller.signal,
    onEvent: ({ kind }) => {
      if (kind === "piece-checked" && ++count === pieces) controller.abort();
    },
  };
}
