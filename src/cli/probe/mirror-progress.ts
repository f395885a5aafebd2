import { Presets, SingleBar } from "cli-progress";
import type { Host } from "../host.ts";

/** Shows how many mirrors are done. */
export interface MirrorProgress {
  readonly add: () => void;
  readonly stop: () => void;
}

const NO_PROGRESS: MirrorProgress = { add: () => undefined, stop: () => undefined };

/** Begins a line with count and time left, which is taken away at the end; where there is no terminal, nothing. */
export function startMirrorProgress(total: number, host: Host): MirrorProgress {
  if (!host.isTerminal) return NO_PROGRESS;
  const format = "probing {bar} {value} of {total} mirrors | {eta_formatted} left";
  const bar = new SingleBar({ format, barsize: 24, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  return { add: () => bar.increment(), stop: () => bar.stop() };
}
