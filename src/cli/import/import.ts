import { join } from "node:path";
import { Option } from "commander";
import type { Problem } from "../../core/problem.ts";
import { diffTexts } from "../../ops/diff-texts.ts";
import { formatJson } from "../../ops/format-json.ts";
import { POOL_KEYS } from "../../ops/format-keys.ts";
import { FORMAT_NAMES, type FormatName } from "../../ops/import/formats.ts";
import { importList, type ImportResult } from "../../ops/import/import-list.ts";
import { toPlainText } from "../../ops/plain-text.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { readStandardInput } from "./read-standard-input.ts";
import { tellProblems } from "../tell-problems.ts";
import { writeOutput } from "../write-output.ts";

interface ImportCommandOptions extends CommonOptions {
  readonly from: FormatName;
  readonly withEmail?: boolean;
  readonly upgradeHttp?: boolean;
  readonly write?: boolean;
  readonly force?: boolean;
}

/** Tells item by item what became of the list, and last what to do next. */
function tellResult({ pool, left, changed }: ImportResult, { from, write }: ImportCommandOptions, host: Host): void {
  for (const { item, reason } of changed) host.tell(toPlainText(`changed ${item}: ${reason}`));
  for (const { item, reason } of left) host.tell(toPlainText(`left out ${item}: ${reason}`));
  if (!pool) return;
  const count = pool.mirrors.length;
  const mirrors = count === 1 ? "1 mirror" : `${count} mirrors`;
  const next = write ? "" : '; nothing is written without "--write"';
  host.tell(`${mirrors} from ${from}; left out: ${left.length}, changed: ${changed.length}${next}`);
}

function alreadyThere(file: string): Problem {
  const cure = 'add "--force" to replace it, or name another folder with "--mirrors DIR"';
  return { code: "already-there", file, pointer: "", message: "must not be there yet, got a file", cure };
}

/** Replaces the folder's pool, after showing what changes; a pool that is there already only when that is asked for. */
async function writePool(text: string, { mirrors, force, json }: ImportCommandOptions, host: Host): Promise<Problem[]> {
  const file = join(mirrors, "mirrors.json");
  const old = await host.readText(file, { mustBeFile: true });
  const isNew = "problem" in old && old.isMissing;
  const diff = diffTexts("text" in old ? old.text : "", text, file);
  if (json) host.tell(diff);
  else host.out(diff);
  if (!isNew && !force) return [alreadyThere(file)];
  const problem = await writeOutput(file, text, host);
  if (problem) return [problem];
  host.tell(`wrote ${file}; next: "fairmirror validate", then "fairmirror probe --write"`);
  return [];
}

async function makePool(result: ImportResult, options: ImportCommandOptions, host: Host): Promise<ExitCode> {
  const { pool, left, changed } = result;
  const { text = "" } = formatJson(JSON.stringify(pool ?? null), "", POOL_KEYS);
  const written = pool && options.write ? await writePool(text, options, host) : [];
  const problems = [...result.problems, ...written];
  if (options.json) host.out(`${JSON.stringify({ pool: pool ?? null, left, changed, problems }, undefined, 2)}\n`);
  else if (pool && !options.write) host.out(text);
  return tellProblems(problems, { json: false }, host);
}

async function importFile(file: string, options: ImportCommandOptions, host: Host): Promise<ExitCode> {
  const reading = file === "-" ? await readStandardInput() : await host.readText(file);
  if ("problem" in reading) return tellProblems([reading.problem], options, host);
  const result = importList(reading.text, { ...options, file: file === "-" ? "standard input" : file });
  tellResult(result, options, host);
  return makePool(result, options, host);
}

/** `import`: another project's list of mirrors, as a pool. */
export const addImport: AddCommand = (program, host) => {
  commonCommand(program, "import <file>", 'make a pool of another list of mirrors; "-" reads it from a pipe')
    .addOption(new Option("--from <format>", "what the list is").choices(FORMAT_NAMES).makeOptionMandatory())
    .option("--with-email", "keep the operators' e-mail addresses")
    .option("--upgrade-http", "write plain http as https, for a probe to confirm, rather than leave it out")
    .option("--write", "write mirrors.json, after showing the change")
    .option("--force", "replace a mirrors.json that is already there")
    .action((file: string, options: ImportCommandOptions) => endWith(importFile(file, options, host)));
};
