import type { Sink } from "../../verify/download/download-request.ts";

/** Where the pieces of a download go; what is written stays noted for a later run where that is of use. */
export interface Target extends Sink {
  /** The pieces that are there from before. */
  readonly checked: readonly number[];
  /** Ends the writing. What is not whole stays only where it is of use to a later run. */
  readonly close: (outcome: "whole" | "part") => Promise<void>;
}
