import { readFile, stat } from "node:fs/promises";
import type { TextReading } from "../ops/text-reading.ts";
import { explainFile } from "./explain-file.ts";

const MAX_TEXT_BYTES = 32 * 2 ** 20;

/** Reads a text of at most 32 MiB. */
export async function readText(path: string): Promise<TextReading> {
  try {
    const { size } = await stat(path);
    if (size <= MAX_TEXT_BYTES) return { text: await readFile(path, "utf8") };
    const message = `must be at most ${MAX_TEXT_BYTES} bytes, got ${size}`;
    return {
      problem: { code: "too-large", file: path, pointer: "", message, cure: "check that it is the right file" },
    };
  } catch (error) {
    return { problem: explainFile(error, path), isMissing: (error as NodeJS.ErrnoException).code === "ENOENT" };
  }
}
