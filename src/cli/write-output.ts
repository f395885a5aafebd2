import { dirname } from "node:path";
import type { Problem } from "../core/problem.ts";
import type { Host } from "./host.ts";

/** What came, and the cure, by the system's code. */
const WORDS: Readonly<Record<string, readonly [string, (file: string) => string]>> = {
  ENOENT: ["no such folder", (file) => `make its folder with "mkdir -p ${dirname(file)}", or name another file`],
  ENOTDIR: ["a file where its path has a folder", () => "correct the path: a file cannot lie below another one"],
  EISDIR: ["a folder", () => "name a file in it"],
  EACCES: ["no permission", (file) => `get the right to write in ${dirname(file)}, or name another file`],
  EROFS: ["a disk that is only read", () => "name a file on another disk"],
  ENOSPC: ["a full disk", () => "make room on the disk, or name a file on another one"],
  ELOOP: ["a link that leads back to itself", () => "mend the link, or name what it should lead to"],
};

/** Gives the problem that stands for a file that the system did not let be written. */
export function explainUnwritable(error: unknown, file: string): Problem {
  const { code = "", message: text } = error as NodeJS.ErrnoException;
  const [came, cure] = WORDS[code] ?? [`"${text}"`, () => "name another file"];
  const message = `must be a place that can be written, got ${came}`;
  return { code: "unwritable-file", file, pointer: "", message, cure: cure(file) };
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
    return explainUnwritable(error, file);
  }
}
