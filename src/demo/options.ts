import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

/** What the demo was asked to do. */
export interface DemoOptions {
  /** The folder with `mirrors.json` and `releases.json`. */
  readonly mirrors: string;
  /** The site's port; 0 lets the system choose. */
  readonly port: number;
  /** How many simulated visitors to send at the start. */
  readonly visitors: number;
}

/** The exit code for wrong usage. */
const USAGE_EXIT_CODE = 2;

function readInteger(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= max) return value;
    throw new InvalidArgumentError(`must be a whole number from 0 to ${max}`);
  };
}

function createCommand(mirrors: string): Command {
  return new Command("npm start --")
    .description("serves the download page and a stand-in for every mirror, on this machine only")
    .addOption(
      new Option("--mirrors <folder>", "the maintainers' folder").env("FAIRMIRROR_MIRRORS").default(mirrors, "mirrors"),
    )
    .option("--port <number>", "the site's port, 0 for any that is free", readInteger(65_535), 8080)
    .option("--visitors <number>", "how many simulated visitors to send at the start", readInteger(1_000_000), 0)
    .allowExcessArguments(false)
    .exitOverride();
}

/**
 * Reads the words of the command line after the program's name. A number: there is nothing to run, exit with this code; what
 * there is to say was written (help, version, what is wrong).
 */
export function readOptions(words: readonly string[], defaultMirrors: string): DemoOptions | number {
  try {
    return createCommand(defaultMirrors).parse(words, { from: "user" }).opts<DemoOptions>();
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    return fault.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  }
}
