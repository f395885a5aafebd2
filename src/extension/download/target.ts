import type { Sink } from "../../verify/download/download-request.ts";

/** Where the pieces of a download go. */
export interface Target extends Sink {
  /** The pieces that are there from before. */
  readonly checked: readonly number[];
  /** Notes that a piece is there. */
  readonly keep: (index: number) => void;
  /** Ends the writing. What is not whole stays only where it is of use to a later run. */
  readonly close: (outcome: "whole" | "part") => Promise<void>;
}
