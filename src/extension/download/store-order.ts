import type { Kept } from "../../verify/download/download-request.ts";
import type { DownloadJob } from "./download-job.ts";

/** What a place for pieces is opened with. */
export type StorePlan = Pick<DownloadJob, "place" | "list" | "damaged">;

/** What the storing worker is told: first to open a place, then to keep pieces, each in a buffer that becomes its own, and to close. */
export type StoreOrder =
  | { readonly open: StorePlan }
  | { readonly piece: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly close: "whole" | "part" };

/** The answer to the first order: the pieces that are there from before. */
export interface Opened {
  readonly checked: readonly number[];
}

/** What it answers, to each order in turn; the buffer of a piece comes back. */
export type StoreAnswer = Opened | Kept | { readonly closed: true } | { readonly failed: string };
