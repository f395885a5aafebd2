import type { DownloadJob } from "./download-job.ts";

/** What a place for pieces is opened with. */
export type StorePlan = Pick<DownloadJob, "place" | "list" | "damaged">;

/** What the storing worker is told: first to open a place, then to write, each piece in a buffer that becomes its own, and to close. */
export type StoreOrder =
  | { readonly open: StorePlan }
  | { readonly position: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly close: "whole" | "part" };

/** What it answers, to each order in turn: the pieces that are there from before; the buffer; that it is closed; or that it failed. */
export type StoreAnswer =
  | { readonly checked: readonly number[] }
  | { readonly buffer: ArrayBuffer }
  | { readonly closed: true }
  | { readonly failed: string };
