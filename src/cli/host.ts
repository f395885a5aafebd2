import { randomBytes } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Problem } from "../core/problem.ts";
import { explainFile } from "./explain-file.ts";

/** A text that was read, or why it could not be. */
export type TextReading =
  | { readonly text: string }
  | {
      readonly problem: Problem;
      /** Whether there is no such file: where one need not be there, that is no problem. */
      readonly isMissing?: boolean;
    };

/** All that a command does to the world: it reads and writes here, and nowhere else. */
export interface Host {
  readonly now: () => Date;
  /** Reads a text of at most 32 MiB. */
  readonly readText: (path: string) => Promise<TextReading>;
  /** Replaces a file whole, or not at all: a kill at any moment leaves the old or the new one. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Writes data for people or programs. */
  readonly out: (text: string) => void;
  /** Writes words for people. */
  readonly tell: (line: string) => void;
  /** How wide the terminal is, in columns; 80 where there is none. */
  readonly columns: number;
  /** Whether words go to a terminal, where a progress line can be redrawn. */
  readonly isTerminal: boolean;
  /** Whether data may be coloured: a terminal, and no NO_COLOR. */
  readonly hasColor: boolean;
}

const MAX_TEXT_BYTES = 32 * 2 ** 20;

async function readText(path: string): Promise<TextReading> {
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

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(6).toString("hex")}.draft`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Gives the machine that the program runs on. */
export function realHost(): Host {
  return {
    now: () => new Date(),
    readText,
    writeFile: replaceFile,
    out: (text) => void process.stdout.write(text),
    tell: (line) => void process.stderr.write(`${line}\n`),
    columns: process.stdout.columns || 80,
    isTerminal: process.stderr.isTTY,
    hasColor: process.stdout.isTTY && !process.env["NO_COLOR"],
  };
}
