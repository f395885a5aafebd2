import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sessionDraw } from "../../../src/core/session.ts";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { downloadFile } from "../../../src/verify/download/download-file.ts";
import type { DownloadEvent } from "../../../src/verify/download/download-event.ts";
import type { DownloadOutcome } from "../../../src/verify/download/download-outcome.ts";
import type { DownloadRequest } from "../../../src/verify/download/download-request.ts";
import { seededWords } from "../../core/statistics.ts";
import { digestNow, type SampleFile } from "./sample-file.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";
import { createVirtualNetwork, type VirtualMirror, type VirtualNetwork } from "./virtual-network.ts";

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
  readonly chunk?: number;
  readonly isByteStream?: boolean;
  /** What differs from the usual request. */
  readonly change?: (clock: VirtualClock) => Partial<DownloadRequest>;
}

/** What came of it. */
export interface VirtualRun {
  readonly outcome: DownloadOutcome;
  readonly file: Uint8Array;
  readonly events: readonly DownloadEvent[];
  readonly network: VirtualNetwork;
  readonly clock: VirtualClock;
  /** The pieces that were told to `keep`, in their order. */
  readonly kept: readonly number[];
}

/** Gives the pool that a plan's mirrors make. */
export function poolOf(mirrors: VirtualPlan["mirrors"]): PublicMirror[] {
  return Object.entries(mirrors).map(([url_prefix, { weight }]) => ({ url_prefix, weight }));
}

/** Gives the SHA-256 of bytes in hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Downloads, and lets time pass as it is needed. */
export async function runVirtual(plan: VirtualPlan): Promise<VirtualRun> {
  const { sample, mirrors, seed, chunk = sample.list.length, isByteStream = true } = plan;
  const clock = createVirtualClock();
  const table = new Map(Object.entries(mirrors));
  const network = createVirtualNetwork({ clock, file: sample.bytes, mirrors: table, chunk, isByteStream });
  const file = new Uint8Array(sample.list.size);
  const [events, kept, words]: [DownloadEvent[], number[], ReturnType<typeof seededWords>] = [
    [],
    [],
    seededWords(seed),
  ];
  const request: DownloadRequest = {
    ...{ list: sample.list, path: "os/os.img", draw: sessionDraw(`session ${seed}`), digest: digestNow },
    readPool: () => Promise.resolve(poolOf(mirrors)),
    ...{ fetch: network.fetch, clock, random: () => (words(new Uint32Array(1))[0] ?? 0) / 2 ** 32 },
    sink: { write: (position, bytes) => Promise.resolve(file.set(bytes, position)) },
    keep: (index) => kept.push(index),
    onEvent: (event) => events.push(event),
    ...plan.change?.(clock),
  };
  const outcome = await clock.run(downloadFile(request));
  return { outcome, file, events, network, clock, kept };
}

/** Checks that a download has ended with the right file. */
export function assertComplete({ outcome, file }: VirtualRun, { bytes }: SampleFile): void {
  assert.equal(outcome.kind, "complete", JSON.stringify(outcome));
  assert.equal(hashBytes(file), hashBytes(bytes));
}
