import { type Command, InvalidArgumentError } from "commander";
import type { Host } from "./host.ts";

/**
 * What a command ends with: 0 all is well, 1 problems were found; 130 and 143 where SIGINT or SIGTERM cut its work. Wrong usage is 2, and
 * commander's to tell.
 */
export type ExitCode = 0 | 1 | 130 | 143;

/** What every command is told. */
export interface CommonOptions {
  /** The maintainers' folder. */
  readonly mirrors: string;
  /** Whether data goes out as JSON, for programs. */
  readonly json: boolean;
}

/** Puts a command, with its options and help, into the program. */
export type AddCommand = (program: Command, host: Host) => void;

/** A variable that is set to nothing counts as unset, as shells have it. */
function findDefaultFolder(): string {
  const { FAIRMIRROR_MIRRORS: folder = "" } = process.env;
  return folder === "" ? "mirrors" : folder;
}

function parseFolder(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("name a folder, or leave it out for the one that is the default.");
}

/** Begins a command with the options that all have. */
export function commonCommand(program: Command, usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option("--mirrors <folder>", "the maintainers' folder", parseFolder, findDefaultFolder())
    .option("--json", "data as JSON, for programs", false);
}

/** Runs a command's work and lets the program end with its code. */
export function endWith(work: Promise<ExitCode>): Promise<void> {
  return work.then((code) => {
    process.exitCode = code;
  });
}
