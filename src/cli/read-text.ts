import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Problem } from "../core/problem.ts";
import type { TextReading } from "../ops/text-reading.ts";
import { explainFile } from "./explain-file.ts";
import { readBounded } from "./read-bounded.ts";

const MAX_TEXT_BYTES = 32 * 2 ** 20;

/** How a text is read. */
export interface ReadTextOptions {
  /** Whether a device or pipe is refused: one that is named by hand may be meant, such as `<(…)`, one in the folder is not. */
  readonly mustBeFile?: boolean;
}

function tooLarge(file: string, came: number | "more"): Problem {
  const message = `must be at most ${MAX_TEXT_BYTES} bytes, got ${came}`;
  return { code: "too-large", file, pointer: "", message, cure: "check that it is the right file" };
}

function notAFile(file: string): Problem {
  const message = "must be a file, got a device or pipe";
  return { code: "not-a-file", file, pointer: "", message, cure: "save it as a file" };
}

async function readOpened(handle: FileHandle, path: string, mustBeFile: boolean): Promise<TextReading> {
  const facts = await handle.stat();
  if (mustBeFile && !facts.isFile() && !facts.isDirectory()) return { problem: notAFile(path) };
  if (facts.size > MAX_TEXT_BYTES) return { problem: tooLarge(path, facts.size) };
  const bytes = await readBounded(handle, MAX_TEXT_BYTES);
  if (bytes.length > MAX_TEXT_BYTES) return { problem: tooLarge(path, "more") };
  return { text: bytes.toString("utf8"), ...(facts.isFile() && { written: facts.mtimeMs }) };
}

/** Reads a text of at most 32 MiB. */
export async function readText(path: string, { mustBeFile = false }: ReadTextOptions = {}): Promise<TextReading> {
  try {
    // A pipe that nobody writes to would be waited for at opening already.
    const handle = await open(path, constants.O_RDONLY | (mustBeFile ? constants.O_NONBLOCK : 0));
    return await readOpened(handle, path, mustBeFile).finally(() => handle.close());
  } catch (error) {
    const problem = explainFile(error, path, { isOfFolder: mustBeFile });
    return { problem, isMissing: (error as NodeJS.ErrnoException).code === "ENOENT" };
  }
}
