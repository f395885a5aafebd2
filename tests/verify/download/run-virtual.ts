import { sessionDraw } from "../../../src/core/session.ts";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { createSink } from "../../../src/verify/download/create-sink.ts";
import { downloadFile } from "../../../src/verify/download/download-file.ts";
import type { DownloadEvent } from "../../../src/verify/download/download-event.ts";
import type { DownloadOutcome } from "../../../src/verify/download/download-outcome.ts";
import type { DownloadRequest } from "../../../src/verify/download/download-request.ts";
import { createDice } from "./dice.ts";
import { moveBuffer } from "./move-buffer.ts";
import { digestNow, type SampleFile } from "./sample-file.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";
import { createVirtualNetwork, type VirtualMirror, type VirtualNetwork } from "./virtual-network.ts";
import { type WatchedRequest, watchRequest } from "./watch-request.ts";

/** A mirror of the pool, and how it behaves. */
export interface PlannedMirror extends VirtualMirror {
  readonly weight: number;
}

/** A download over a network in memory. */
export interface VirtualPlan {
  readonly sample: SampleFile;
  /** By `url_prefix`. */
  readonly mirrors: Readonly<Record<string, PlannedMirror>>;
  /** Of the session, and of all other chance. */
  readonly seed: number;
  /** The bytes of a packet: a piece, unless something else is said. */
  readonly chunk?: number;
  readonly isByteStream?: boolean;
  /** What differs from the usual request. */
  readonly change?: (clock: VirtualClock) => Partial<DownloadRequest>;
}

/** What came of it. */
export interface VirtualRun extends WatchedRequest {
  readonly outcome: DownloadOutcome;
  readonly events: readonly DownloadEvent[];
  readonly network: VirtualNetwork;
  readonly clock: VirtualClock;
}

/** Gives the pool that a plan's mirrors make. */
export function poolOf(mirrors: VirtualPlan["mirrors"]): PublicMirror[] {
  return Object.entries(mirrors).map(([url_prefix, { weight }]) => ({ url_prefix, weight }));
}

/** Downloads under watch, and lets time pass as it is needed. */
export async function runVirtual(plan: VirtualPlan): Promise<VirtualRun> {
  const { sample, mirrors, seed, chunk = sample.list.length, isByteStream = true } = plan;
  const clock = createVirtualClock();
  const table = new Map(Object.entries(mirrors));
  const network = createVirtualNetwork({ clock, file: sample.bytes, mirrors: table, chunk, isByteStream });
  const events: DownloadEvent[] = [];
  const dice = createDice(seed);
  const sink = createSink({ list: sample.list, digest: digestNow, write: moveBuffer });
  const request: DownloadRequest = {
    ...{ list: sample.list, path: "os/os.img", draw: sessionDraw(`session ${seed}`), clock },
    readPool: () => Promise.resolve(poolOf(mirrors)),
    ...{ fetch: network.fetch, random: () => dice(2 ** 32) / 2 ** 32, sink },
    onEvent: (event) => events.push(event),
    ...plan.change?.(clock),
  };
  const watched = watchRequest(request, sample);
  const outcome = await clock.run(downloadFile(watched.request));
  return { ...watched, outcome, events, network, clock };
}
