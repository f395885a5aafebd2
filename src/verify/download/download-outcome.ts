import type { Fault } from "./fault.ts";

/** What one mirror did in a download. */
export interface MirrorAccount {
  /** Its `url_prefix`. */
  readonly mirror: string;
  /** The pieces that came from it, were right and were written. */
  readonly pieces: number;
  /** The bytes of these pieces. */
  readonly bytes: number;
  /** The bytes that came from it and were of no use. */
  readonly bytesWasted: number;
  /** How many requests to it failed. */
  readonly failures: number;
  /** What went wrong last; undefined: nothing. */
  readonly fault: Fault | undefined;
  /** Whether it was dropped for that. */
  readonly isDropped: boolean;
}

/** What a download did, whatever came of it. */
export interface DownloadAccount {
  /** Every mirror that was asked, in the order in which they were known. */
  readonly mirrors: readonly MirrorAccount[];
  /** The bytes that came and were of no use. */
  readonly bytesWasted: number;
  /** How many pieces are not there. */
  readonly piecesMissing: number;
}

/** Why a download could not be finished. */
export type DownloadFailure =
  /** The list of mirrors could not be read. */
  | "no-pool"
  /** No mirror of the pool carries the file. */
  | "no-mirror"
  /** Every mirror was dropped: the account tells why. */
  | "no-mirror-left"
  /** The file could not be written, such as on a full disk. */
  | "not-written"
  /** The time for the whole is over. */
  | "too-late"
  /** A mistake in the program or in what was handed to it. */
  | "broken";

/** What became of a download: a whole, checked file, or a clear account of why not. */
export type DownloadOutcome =
  | { readonly kind: "complete"; readonly account: DownloadAccount }
  /** The caller's signal ended it. */
  | { readonly kind: "stopped"; readonly account: DownloadAccount }
  | {
      readonly kind: "failed";
      readonly reason: DownloadFailure;
      /** What was thrown, where something was. */
      readonly cause: unknown;
      readonly account: DownloadAccount;
    };
