import type { Writable } from "node:stream";

/**
 * Keeps a stream's fault from ending the program amid its work, which may have a file to write yet. A reader who has gone, as
 * `head` does, is no fault; of any other, such as a full disk, one line is told where somebody is left
 * to tell it, and the program ends with 1.
 */
export function watchOutput(stream: Writable, tellFault?: (message: string) => void): void {
  stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    tellFault?.(`the output cannot be written: ${message}`);
    // Whatever the command sets when its work is done comes before.
    process.once("exit", () => {
      process.exitCode = 1;
    });
  });
}
