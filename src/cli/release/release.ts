import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Problem } from "../../core/problem.ts";
import { checkReleases, type ReleasesCheck } from "../../ops/check-releases.ts";
import { mergeReleases } from "../../ops/merge-releases.ts";
import { renderReleases } from "../../ops/render-releases.ts";
import { stampReleases } from "../../ops/stamp-releases.ts";
import type { Releases } from "../../verify/releases.ts";
import { checkReleaseNames, isBase } from "./check-release-names.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { type Measured, measureRelease } from "./measure-release.ts";
import { checkLock, withLock } from "../lock/with-lock.ts";
import { parseWhole } from "../parse-whole.ts";
import { tellProblems } from "../tell-problems.ts";
import { writeOutput } from "../write-output.ts";

interface ReleaseOptions extends CommonOptions {
  readonly base: string;
  readonly days?: number;
  readonly write: boolean;
}

/** What is to be written, and over what. */
interface Change {
  readonly place: string;
  readonly before: Releases | undefined;
  readonly after: Releases;
  readonly measured: readonly Measured[];
}

function parseBase(text: string): string {
  const base = text === "" || text.endsWith("/") ? text : `${text}/`;
  if (isBase(base)) return base;
  throw new InvalidArgumentError('write the folder below the mirrors\' prefix, such as "project/1.0/"');
}

function listFile({ mirrors }: ReleaseOptions): string {
  return join(mirrors, "releases.json");
}

/** The first release ever has no list to join; any other fault in the list is told, and the list kept. */
async function readReleases(file: string, host: Host): Promise<ReleasesCheck> {
  const reading = await host.readText(file, { mustBeFile: true });
  if ("text" in reading) return checkReleases(reading.text, { file, now: host.now() });
  return { releases: undefined, problems: reading.isMissing ? [] : [reading.problem] };
}

/** Writes the hashes first: releases.json must not name what is not there. */
async function writeChange({ place, after, measured }: Change, host: Host): Promise<Problem[]> {
  const texts = measured.map(({ piecesFile, hashes }) => [piecesFile, hashes] as const);
  for (const [file, content] of [...texts, [place, renderReleases(after)] as const]) {
    const problem = await writeOutput(file, content, host);
    if (problem) return [problem];
  }
  return [];
}

function tellChange({ place, before, after, measured }: Change, host: Host): void {
  for (const { entry, piecesFile } of measured) {
    const verb = before?.files.some(({ path }) => path === entry.path) ? "replace" : "add";
    const facts = `  size    ${entry.size}\n  sha256  ${entry.sha256}\n  pieces  ${piecesFile}`;
    host.out(`${verb} ${entry.path}\n${facts}\n`);
  }
  const first = after.files[0]?.path;
  if (!measured.some(({ entry }) => entry.path === first))
    host.tell(`the download button gives ${first ?? ""}; move another entry to the top of ${place} to give that`);
}

function tellOutcome(change: Change, { json, write }: ReleaseOptions, host: Host): void {
  const { place, measured } = change;
  const writes = [...measured.map(({ piecesFile }) => piecesFile), place];
  const data = { files: measured.map(({ entry }) => entry), writes, written: write, problems: [] };
  if (json) host.out(`${JSON.stringify(data, undefined, 2)}\n`);
  else if (write) host.tell(`wrote ${writes.join(", ")}; sign ${place} next`);
  else host.tell(`would write ${writes.join(", ")}; nothing was written, add "--write"`);
}

/** Reads the list as it stands now, and finds what is wrong with it or with the names beside it. */
async function readList(files: readonly string[], options: ReleaseOptions, host: Host): Promise<ReleasesCheck> {
  const { base, mirrors } = options;
  const { releases, problems } = await readReleases(listFile(options), host);
  if (problems.length > 0) return { releases, problems };
  return { releases, problems: checkReleaseNames(files, { releases, base, mirrors }) };
}

interface Joining {
  readonly files: readonly string[];
  readonly measured: readonly Measured[];
  /** Tells whether the list's lock was lost meanwhile. */
  readonly findLoss?: () => Promise<Problem | undefined>;
}

/** Joins what was measured with the list, which somebody else may have changed in the meantime. */
async function joinList(
  { files, measured, findLoss }: Joining,
  options: ReleaseOptions,
  host: Host,
): Promise<ExitCode> {
  const { releases: before, problems } = await readList(files, options, host);
  if (problems.length > 0) return tellProblems(problems, options, host);
  const entries = measured.map(({ entry }) => entry);
  const after = stampReleases(mergeReleases(before, entries), { now: host.now(), days: options.days });
  const change = { place: listFile(options), before, after, measured };
  if (!options.json) tellChange(change, host);
  const loss = await findLoss?.();
  if (loss) return tellProblems([loss], options, host);
  const writeFaults = options.write ? await writeChange(change, host) : [];
  if (writeFaults.length > 0) return tellProblems(writeFaults, options, host);
  tellOutcome(change, options, host);
  return 0;
}

async function release(files: readonly string[], options: ReleaseOptions, host: Host): Promise<ExitCode> {
  const place = listFile(options);
  const { problems: wrong } = await readList(files, options, host);
  // A big file takes minutes: whoever could not keep what was measured learns it before.
  const faults = [...wrong, ...(options.write && wrong.length === 0 ? await checkLock(place) : [])];
  if (faults.length > 0) return tellProblems(faults, options, host);
  const { measured, problems } = await measureRelease(files, options, host);
  if (problems.length > 0) return tellProblems(problems, options, host);
  if (!options.write) return joinList({ files, measured }, options, host);
  const outcome = await withLock(place, (findLoss) => joinList({ files, measured, findLoss }, options, host));
  return "problem" in outcome ? tellProblems([outcome.problem], options, host) : outcome.value;
}

/** Adds `release`: what every mirror must carry, measured in one pass. */
export const addRelease: AddCommand = (program, host) => {
  commonCommand(program, "release", "measure files into releases.json: size, SHA-256, and a SHA-256 for each 1 MiB")
    .argument("<files...>", "the files to release")
    .option("--base <folder>", "the folder that they lie in on every mirror, such as project/1.0/", parseBase, "")
    .option("--days <n>", "for how many days clients take the list for new; else for ever", parseWhole(1, 3660))
    .option("--write", "write releases.json and a .pieces file for each; else only show them", false)
    .action((files: string[], options: ReleaseOptions) => endWith(release(files, options, host)));
};
