import type { PublicMirror } from "../../core/pool.ts";
import type { MirrorAccount } from "./download-outcome.ts";
import type { Fault } from "./fault.ts";

/** What a download knows of one mirror. */
export interface MirrorState {
  /** As the pool says now. */
  mirror: PublicMirror;
  /** False when the pool does not name it any more. */
  isListed: boolean;
  isDropped: boolean;
  /** False once it answered with the whole file. */
  hasRange: boolean;
  /** What one connection gives, in bytes a millisecond; undefined before the first piece. */
  rate: number | undefined;
  /** No new request before this time of the clock. */
  restsUntil: number;
  /** When the first of these failures was. */
  failsSince: number;
  /** Failures since the last request that ended well. */
  failuresInRow: number;
  /** Failures since the last piece. */
  barrenInRow: number;
  pieces: number;
  bytes: number;
  bytesWasted: number;
  failures: number;
  requests: number;
  fault: Fault | undefined;
}

/** Makes the state of a mirror of which nothing is known yet. */
export function createMirrorState(mirror: PublicMirror): MirrorState {
  return {
    ...{ mirror, isListed: true, isDropped: false, hasRange: true, rate: undefined, restsUntil: -Infinity },
    ...{ failsSince: -Infinity, failuresInRow: 0, barrenInRow: 0, failures: 0, requests: 0, fault: undefined },
    ...{ pieces: 0, bytes: 0, bytesWasted: 0 },
  };
}

/** Tells whether a mirror may be asked for pieces, now or after its rest. */
export function isUsable({ isListed, isDropped, hasRange }: MirrorState): boolean {
  return isListed && !isDropped && hasRange;
}

/** Notes how long a piece took; the newest counts as much as all before it. */
export function noteRate(state: MirrorState, bytes: number, ms: number): void {
  const rate = bytes / Math.max(ms, 1);
  state.rate = state.rate === undefined ? rate : (state.rate + rate) / 2;
}

/** Gives what is told of a mirror in the end. */
export function describeMirror(state: MirrorState): MirrorAccount {
  const { mirror, pieces, bytes, bytesWasted, failures, fault, isDropped } = state;
  return { mirror: mirror.url_prefix, pieces, bytes, bytesWasted, failures, fault, isDropped };
}
