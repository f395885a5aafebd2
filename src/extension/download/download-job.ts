import type { PublicMirror } from "../../core/pool.ts";
import type { DownloadEvent } from "../../verify/download/download-event.ts";
import type { DownloadFailure } from "../../verify/download/download-outcome.ts";
import type { PieceList } from "../../verify/piece-list.ts";
import type { Visit } from "../../verify/visit-draw.ts";

/** Where a worker puts the pieces: into files of the extension's own, named by the SHA-256 of the whole, or to a picked place. */
export type TargetPlace =
  | { readonly kind: "storage"; readonly sha256: string }
  | { readonly kind: "file"; readonly handle: FileSystemFileHandle };

/** What a worker is to fetch. */
export interface DownloadJob {
  readonly list: PieceList;
  readonly path: string;
  /** What draws the mirrors. */
  readonly visit: Visit;
  readonly mirrors: readonly PublicMirror[];
  /** The address of the pool, which is read again on the way. */
  readonly pool: string;
  readonly place: TargetPlace;
  /** Pieces that were found damaged: they are fetched again. */
  readonly damaged: readonly number[];
}

/** How a download ended. */
export type DownloadEnd =
  { readonly kind: "complete" | "stopped" } | { readonly kind: "failed"; readonly reason: DownloadFailure };

/** What a worker tells: first which pieces are there from before, then what happens; how many bytes came in vain, and the end. */
export type DownloadReport =
  | { readonly checked: readonly number[] }
  | { readonly event: DownloadEvent }
  | { readonly wasted: number }
  | { readonly end: DownloadEnd };

/** Which sites a worker may ask, as match patterns: it can't find that out by itself. */
export interface Permit {
  readonly allowed: readonly string[];
}

/** What a worker is told: its job, later what it may ask from then on, and to stop. */
export type DownloadOrder = (DownloadJob & Permit) | Permit | "stop";
