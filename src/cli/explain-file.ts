import type { Problem } from "../core/problem.ts";

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ["must be there, got no such file or folder", "check the path"],
  ENOTDIR: ["must be there, got a file where its path has a folder", "check the path"],
  ELOOP: ["must be a file, got a link that leads back to itself", "mend the link, or name what it should lead to"],
  EACCES: ["must be readable, got no permission", "give yourself the right to read it"],
  EISDIR: ["must be a file, got a folder", "name a file in it"],
};

/** Those that another folder may mend. */
const MISPLACED = ["ENOENT", "ENOTDIR"];

/** Gives the problem that stands for a file that the system did not let be read; one of the folder's may be in another folder. */
export function explainFile(error: unknown, file: string, { isOfFolder = false } = {}): Problem {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const [text, cure] = WORDS[code] ?? [`must be readable, got "${message}"`, "check the disk it lies on"];
  const more = isOfFolder && MISPLACED.includes(code) ? ', or name another folder with "--mirrors DIR"' : "";
  return { code: "unreadable-file", file, pointer: "", message: text, cure: cure + more };
}
