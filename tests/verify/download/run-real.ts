import { sessionDraw } from "../../../src/core/session.ts";
import { digestBytes } from "../../../src/verify/check-sum.ts";
import { createSink } from "../../../src/verify/download/create-sink.ts";
import { downloadFile } from "../../../src/verify/download/download-file.ts";
import type { DownloadEvent } from "../../../src/verify/download/download-event.ts";
import type { DownloadOutcome } from "../../../src/verify/download/download-outcome.ts";
import type { DownloadRequest } from "../../../src/verify/download/download-request.ts";
import { TIMER_CLOCK } from "../../../src/verify/download/timer-clock.ts";
import { startMirrorServer } from "./mirror-server.ts";
import { moveBuffer } from "./move-buffer.ts";
import { poolOf, type VirtualPlan } from "./run-virtual.ts";
import { type WatchedRequest, watchRequest } from "./watch-request.ts";

/** What came of a download from real servers. */
export interface RealRun extends WatchedRequest {
  readonly outcome: DownloadOutcome;
  readonly events: readonly DownloadEvent[];
}

/** A download from real servers. */
export interface RealPlan extends Pick<VirtualPlan, "sample" | "mirrors" | "seed"> {
  readonly change?: Partial<DownloadRequest>;
}

/** Downloads under watch with Node's fetch and WebCrypto, from servers that run for so long. */
export async function runReal({ sample, mirrors, seed, change }: RealPlan): Promise<RealRun> {
  const server = await startMirrorServer(sample.bytes, mirrors);
  const events: DownloadEvent[] = [];
  const sink = createSink({ list: sample.list, digest: digestBytes, write: moveBuffer });
  const request: DownloadRequest = {
    ...{ list: sample.list, path: "os/os.img", draw: sessionDraw(`session ${seed}`), clock: TIMER_CLOCK },
    readPool: () => Promise.resolve(poolOf(mirrors)),
    ...{ fetch: server.fetch, random: Math.random, sink },
    onEvent: (event) => events.push(event),
    ...change,
  };
  try {
    const watched = watchRequest(request, sample);
    return { ...watched, outcome: await downloadFile(watched.request), events };
  } finally {
    await server.close();
  }
}
