import type { Problem } from "../core/problem.ts";

/** A text that was read, or why it could not be. */
export type TextReading =
  | {
      readonly text: string;
      /** When the file was last changed, in milliseconds since 1970; absent for what is none, such as a pipe. */
      readonly written?: number;
    }
  | {
      readonly problem: Problem;
      /** Whether there is no such file: where one need not be there, that is no problem. */
      readonly isMissing?: boolean;
    };
