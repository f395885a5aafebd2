import type { DownloadJob } from "./download-job.ts";

/** What a place for pieces is opened with. */
export type StorePlan = Pick<DownloadJob, "place" | "list" | "damaged">;

/** What the storing worker is told: first to open a place, then to write, each piece in a buffer that becomes its own, and to close. */
export type StoreOrder =
  | { readonly open: StorePlan }
  | { readonly position: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly close: "whole" | "part" };

/** The answer to the first order: the pieces that are there from before. */
export interface Opened {
  readonly checked: readonly number[];
}

/** The answer to what was to be written: its buffer comes back. */
export interface Written {
  readonly buffer: ArrayBuffer;
}

/** What it answers, to each order in turn. */
export type StoreAnswer = Opened | Written | { readonly closed: true } | { readonly failed: string };
