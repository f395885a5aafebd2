import type { SinkTools } from "../../verify/download/create-sink.ts";

/** Where the pieces of a download are written; what is there stays noted for a later run where that is of use. */
export interface Target extends Pick<SinkTools, "write"> {
  /** The pieces that are there from before. */
  readonly checked: readonly number[];
  /** Ends the writing. What is not whole stays only where it is of use to a later run. */
  readonly close: (outcome: "whole" | "part") => Promise<void>;
}
