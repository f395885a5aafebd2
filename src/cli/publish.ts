import { join } from "node:path";
import type { Pool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { compareLists } from "../ops/compare-lists.ts";
import type { Publication } from "../ops/publish-pool.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { parseWhole } from "./parse-whole.ts";
import { LIST_DAYS, readListFile, readPublication } from "./read-list.ts";
import { tellProblems } from "./tell-problems.ts";
import { writeOutput } from "./write-output.ts";

/** Where the site's build puts the public list. */
export const SITE_LIST = join("dist", "site", "mirrors.json");

interface PublishCommandOptions extends CommonOptions {
  readonly days: number;
  readonly write?: string | true;
  readonly output?: string;
  readonly dev: boolean;
}

/** Tells what is not in the list and why, and loudly when the findings were not followed. */
function tellPublication({ list, omitted, failedOpen }: Publication, host: Host): void {
  for (const { url_prefix, reason } of omitted) host.tell(`left out ${url_prefix}: ${reason}`);
  if (failedOpen)
    host.tell(
      "floor: what was found would leave less than a third of the weight, so nobody is left out for it; look whether the probe itself is at fault",
    );
  const total = list.mirrors.length + omitted.length;
  host.tell(`${list.mirrors.length} of ${total} mirrors are in the list, good until ${list.expires ?? ""}`);
}

/** Gives the list that a file holds; whatever else stands there must not be lost. */
async function readOldList(
  file: string,
  { dev }: PublishCommandOptions,
  host: Host,
): Promise<{ readonly old: Pool | undefined; readonly problem?: Problem }> {
  const reading = await host.readText(file);
  if ("problem" in reading && reading.isMissing) return { old: undefined };
  const { list } = await readListFile(file, { dev }, host);
  if (list?.generated !== undefined) return { old: list };
  const message = "must be a published list or not there yet, got another file";
  return {
    old: undefined,
    problem: { code: "not-a-list", file, pointer: "", message, cure: "name another file, or remove this one" },
  };
}

/** Shows what changes in a file, and replaces it under `--write`. */
async function putList(
  file: string,
  publication: Publication,
  options: PublishCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const { old, problem } = await readOldList(file, options, host);
  if (problem) return tellProblems([problem], options, host);
  for (const line of compareLists(old, publication.list)) host.tell(line);
  const written = options.write !== undefined;
  const fault = written ? await writeOutput(file, renderList(publication.list), host) : undefined;
  if (fault) return tellProblems([fault], options, host);
  if (written) host.tell(`wrote ${file}; put it where the site serves it`);
  else for (const line of [`would write ${file}`, 'nothing was written; add "--write"']) host.tell(line);
  const { list, omitted, failedOpen } = publication;
  if (options.json) host.out(renderList({ file, list, omitted, failed_open: failedOpen, written }));
  return 0;
}

function renderList(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

async function publish(options: PublishCommandOptions, host: Host): Promise<ExitCode> {
  const { publication, problems } = await readPublication(options, host, options.days);
  if (!publication) return tellProblems(problems, options, host);
  tellPublication(publication, host);
  const file = findOutput(options);
  if (file !== undefined) return putList(file, publication, options, host);
  host.out(renderList(publication.list));
  return 0;
}

/** Gives the file that is meant; undefined where the list goes to stdout. */
function findOutput({ write, output }: PublishCommandOptions): string | undefined {
  return write === true ? (output ?? SITE_LIST) : (write ?? output);
}

/** Tells that two files are named, of which one would be left as it is without a word. */
function findUsageFault({ write, output }: PublishCommandOptions): string | undefined {
  if (write === "" || output === "") return "a file must have a name";
  if (typeof write !== "string" || output === undefined) return undefined;
  return '"--write FILE" and "--output FILE" both name a file: name one';
}

/** `publish`: the public list, out of the maintainers' pool and what the program found out. */
export const addPublish: AddCommand = (program, host) => {
  const command = commonCommand(
    program,
    "publish",
    "make the public list: private fields gone, failing mirrors left out",
  );
  command
    .option("--days <n>", "for how many days the list is good", parseWhole(1, 366), LIST_DAYS)
    .option("--write [file]", `replace a file with the list, after showing the change (${SITE_LIST} unless named)`)
    .option("--output <file>", "show what changes in that file, and replace it under --write")
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText(
      "after",
      "\nThe list goes to stdout, or to a file under --write; what is left out and why goes to stderr.",
    )
    .action((options: PublishCommandOptions) => {
      const fault = findUsageFault(options);
      if (fault !== undefined) return command.error(`error: ${fault}`);
      return endWith(publish(options, host));
    });
};
