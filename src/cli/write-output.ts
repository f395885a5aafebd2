import type { Problem } from "../core/problem.ts";
import type { Host } from "./host.ts";

const CURE = "make its folder, or name another file";

/** Words why a file could not be written. */
export function unwritableFile(file: string, error: unknown, cure = CURE): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const came = code === "ENOENT" ? "no such folder" : code === "EISDIR" ? "a folder" : `"${message}"`;
  return {
    code: "unwritable-file",
    file,
    pointer: "",
    message: `must be a place that can be written, got ${came}`,
    cure,
  };
}

/** Replaces a file that a maintainer named, whole or not at all; gives what went wrong, if anything did. */
export async function writeOutput(
  file: string,
  content: string | Uint8Array,
  host: Host,
): Promise<Problem | undefined> {
  try {
    await host.writeFile(file, content);
    return undefined;
  } catch (error) {
    return unwritableFile(file, error);
  }
}
