import { escapeControls } from "../ops/escape-controls.ts";
import type { TextReading } from "../ops/text-reading.ts";
import { readText, type ReadTextOptions } from "./read-text.ts";
import { replaceFile } from "./replace-file.ts";
import { watchOutput } from "./watch-output.ts";

/** All that a command does to the world: it reads and writes here, and nowhere else. */
export interface Host {
  readonly now: () => Date;
  /** Reads a text of at most 32 MiB; under `mustBeFile`, a device or pipe is refused. */
  readonly readText: (path: string, options?: ReadTextOptions) => Promise<TextReading>;
  /** Replaces a file whole, or not at all: a kill at any moment leaves the old or the new one. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Writes data for people or programs; what could steer a terminal is written out (`escapeControls`). */
  readonly out: (text: string) => void;
  /** Writes words for people, escaped too. */
  readonly tell: (line: string) => void;
  /** How wide the terminal is, in columns; 80 where there is none. */
  readonly columns: number;
  /** How wide lines of words may be: as the terminal, and without end in a pipe, where programs read line by line. */
  readonly lineWidth: number;
  /** Whether words go to a terminal, where a progress line can be redrawn. */
  readonly isTerminal: boolean;
  /** Whether data may be coloured: a terminal, and no NO_COLOR. */
  readonly hasColor: boolean;
}

/** Gives the machine that the program runs on. */
export function realHost(): Host {
  const hasColor = process.stdout.isTTY && !process.env["NO_COLOR"];
  const tell = (line: string): void => void process.stderr.write(`${escapeControls(line)}\n`);
  watchOutput(process.stdout, (fault) => tell(`fairmirror: ${fault}`));
  watchOutput(process.stderr);
  return {
    now: () => new Date(),
    readText,
    writeFile: replaceFile,
    out: (text) => void process.stdout.write(escapeControls(text, { keepsColor: hasColor })),
    tell,
    columns: process.stdout.columns || 80,
    lineWidth: process.stdout.isTTY ? process.stdout.columns || 80 : Infinity,
    isTerminal: process.stderr.isTTY,
    hasColor,
  };
}
