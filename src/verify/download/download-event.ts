import type { Fault } from "./fault.ts";

/** What happens on the way, for a picture of the progress. A mirror is named by its `url_prefix`. */
export type DownloadEvent =
  /** Pieces were asked for, from `first` up to but without `end`. */
  | { readonly kind: "pieces-asked"; readonly mirror: string; readonly first: number; readonly end: number }
  /** The whole file was asked for, from a mirror that gives no parts. */
  | { readonly kind: "file-asked"; readonly mirror: string }
  /** A piece is right and written; whether its mirror is much slower than another one, and so asked last. */
  | {
      readonly kind: "piece-checked";
      readonly mirror: string;
      readonly index: number;
      readonly bytes: number;
      readonly isSlow: boolean;
    }
  /** A mirror is not asked again in this download. */
  | { readonly kind: "mirror-dropped"; readonly mirror: string; readonly fault: Fault }
  /** A mirror is not asked for so many milliseconds. */
  | { readonly kind: "mirror-rests"; readonly mirror: string; readonly fault: Fault; readonly ms: number }
  /** The pool was read; so many of its mirrors may carry the file. */
  | { readonly kind: "pool-read"; readonly mirrors: number }
  /** The pool could not be read; the last one holds. */
  | { readonly kind: "pool-unread"; readonly cause: unknown };
