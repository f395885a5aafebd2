import type { Problem } from "../core/problem.ts";

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ["must be there, got no such file or folder", 'check the path, or name another folder with "--mirrors DIR"'],
  EACCES: ["must be readable, got no permission", "give yourself the right to read it"],
  EISDIR: ["must be a file, got a folder", "name a file in it"],
};

/** Gives the problem that stands for a file that the system did not let be read. */
export function explainFile(error: unknown, file: string): Problem {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const [text, cure] = WORDS[code] ?? [`must be readable, got "${message}"`, "check the disk it lies on"];
  return { code: "unreadable-file", file, pointer: "", message: text, cure };
}
