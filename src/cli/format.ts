import { join } from "node:path";
import { Option } from "commander";
import type { Problem } from "../core/problem.ts";
import { diffTexts } from "../ops/diff-texts.ts";
import { formatJson } from "../ops/format-json.ts";
import { FALLBACK_KEYS, type KeyOrder, POOL_KEYS, RELEASES_KEYS } from "../ops/format-keys.ts";
import { renderProblem } from "../ops/render-problem.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { withLock } from "./lock/with-lock.ts";
import { writeOutput } from "./write-output.ts";

interface FormatOptions extends CommonOptions {
  readonly check?: boolean;
  readonly write?: boolean;
}

/** A file that people write. */
interface KnownFile {
  readonly name: string;
  readonly order: KeyOrder;
  readonly isOptional?: boolean;
}

/** A file and its canonical text; without a text, it was refused, and the problems tell. */
interface FormattedFile {
  readonly file: string;
  readonly known: KnownFile;
  readonly text: string | undefined;
  /** What changes, as a unified diff; empty when nothing does. */
  readonly diff: string;
  readonly problems: readonly Problem[];
}

const FILES: readonly KnownFile[] = [
  { name: "mirrors.json", order: POOL_KEYS },
  { name: "releases.json", order: RELEASES_KEYS },
  // Not every pool has a DNS fallback.
  { name: "fallback.json", order: FALLBACK_KEYS, isOptional: true },
];

async function formatFile(file: string, known: KnownFile, host: Host): Promise<FormattedFile[]> {
  const reading = await host.readText(file, { mustBeFile: true });
  if ("problem" in reading) {
    const isSpared = known.isOptional && reading.isMissing;
    return isSpared ? [] : [{ file, known, text: undefined, diff: "", problems: [reading.problem] }];
  }
  const { text, problems } = formatJson(reading.text, file, known.order);
  return [{ file, known, text, diff: text === undefined ? "" : diffTexts(reading.text, text, file), problems }];
}

function showJson(files: readonly FormattedFile[], problems: readonly Problem[], host: Host): void {
  const changes = files.filter(({ diff }) => diff).map(({ file, diff }) => ({ file, diff }));
  host.out(`${JSON.stringify({ problems, changes }, undefined, 2)}\n`);
}

function summarize(files: readonly FormattedFile[], { check = false, write = false }: FormatOptions): string {
  const names = files.filter(({ diff }) => diff).map(({ file }) => file);
  const refused = files.filter(({ text }) => text === undefined).map(({ file }) => file);
  const left = refused.length > 0 ? `; left alone, mend it first: ${refused.join(", ")}` : "";
  const list = names.join(", ");
  if (names.length === 0) return refused.length === 0 ? "all is in canonical form" : `nothing to format${left}`;
  if (write) return `formatted: ${list}${left}`;
  if (check) return `not in canonical form: ${list}; run "fairmirror format --write"${left}`;
  return `would change: ${list}; run it again with "--write" to do so${left}`;
}

/** What writing works with: `show` tells of a change, before it is made. */
interface Writing {
  readonly host: Host;
  readonly show: (diff: string) => void;
}

function refuse(formatted: FormattedFile, problem: Problem): FormattedFile {
  return { ...formatted, text: undefined, diff: "", problems: [...formatted.problems, problem] };
}

/** Writes a file as it stands now: another program may have changed it since its change was shown. */
async function writeNow(
  shown: FormattedFile,
  { host, show }: Writing,
  findLoss: () => Promise<Problem | undefined>,
): Promise<FormattedFile> {
  const [now = shown] = await formatFile(shown.file, shown.known, host);
  if (now.text === undefined || !now.diff) return now;
  if (now.diff !== shown.diff) show(now.diff);
  const fault = (await findLoss()) ?? (await writeOutput(now.file, now.text, host));
  return fault ? refuse(now, fault) : now;
}

/** Writes what changed; a file that cannot be written is refused with its problem, and keeps no other from being written. */
function writeFiles(files: readonly FormattedFile[], writing: Writing): Promise<FormattedFile[]> {
  return Promise.all(
    files.map(async (shown) => {
      if (!shown.diff) return shown;
      const outcome = await withLock(shown.file, (findLoss) => writeNow(shown, writing, findLoss));
      return "problem" in outcome ? refuse(shown, outcome.problem) : outcome.value;
    }),
  );
}

async function format(options: FormatOptions, host: Host): Promise<ExitCode> {
  const show = options.json || options.check ? () => undefined : host.out;
  const readings = FILES.map((known) => formatFile(join(options.mirrors, known.name), known, host));
  const read = (await Promise.all(readings)).flat();
  for (const { diff } of read) show(diff);
  const files = options.write ? await writeFiles(read, { host, show }) : read;
  const problems = files.flatMap((file) => file.problems);
  if (options.json) showJson(read, problems, host);
  else for (const problem of problems) host.tell(renderProblem(problem));
  host.tell(summarize(files, options));
  return problems.length > 0 || (options.check && files.some(({ diff }) => diff)) ? 1 : 0;
}

/** Adds `format`: the one canonical text of the files that people write. */
export const addFormat: AddCommand = (program, host) => {
  commonCommand(program, "format", "show mirrors.json, releases.json and fallback.json in their canonical form")
    .addOption(
      new Option("--check", "change nothing, and fail when a file is not in canonical form").conflicts("write"),
    )
    .option("--write", "write the files, after showing what changes")
    .action((options: FormatOptions) => endWith(format(options, host)));
};
