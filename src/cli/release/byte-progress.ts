import { Presets, SingleBar } from "cli-progress";
import type { Host } from "../host.ts";

/** Shows how far a work on many bytes has come. */
export interface ByteProgress {
  readonly add: (count: number) => void;
  readonly stop: () => void;
}

const NO_PROGRESS: ByteProgress = { add: () => undefined, stop: () => undefined };
const MEGABYTE = 1e6;

/** Begins a line with rate and time left, which is taken away at the end; where there is no terminal, nothing. */
export function startByteProgress(label: string, total: number, host: Host): ByteProgress {
  if (!host.isTerminal) return NO_PROGRESS;
  const format = `${label} {bar} {percentage} % | {rate} MB/s | {eta_formatted} left`;
  const bar = new SingleBar({ format, barsize: 24, clearOnComplete: true, etaBuffer: 100 }, Presets.shades_classic);
  const began = host.now().getTime();
  let done = 0;
  bar.start(total, 0, { rate: "0" });
  return {
    add: (count) => {
      done += count;
      const seconds = (host.now().getTime() - began) / 1000;
      bar.update(done, { rate: seconds > 0 ? (done / MEGABYTE / seconds).toFixed(0) : "0" });
    },
    stop: () => bar.stop(),
  };
}
