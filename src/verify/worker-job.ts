import type { CheckJob } from "./check-job.ts";
import type { FetchedList } from "./open-list.ts";
import type { ReleaseFile } from "./releases.ts";

/** What the worker can be asked: to open a list, to hold a `.pieces` file against its release, or to check a file. */
export type WorkerJob =
  | { readonly list: FetchedList }
  | { readonly release: ReleaseFile; readonly bytes: Uint8Array<ArrayBuffer> }
  | CheckJob;
