import { join } from "node:path";
import type { Pool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { findNameCollisions } from "../ops/merge-releases.ts";
import { renderMetalink } from "../ops/metalink.ts";
import type { ReleaseFile } from "../verify/releases.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { readFolder } from "./read-folder.ts";
import { isProblemOf, readList } from "./read-list.ts";
import { readPieces } from "./read-pieces.ts";
import { tellProblems } from "./tell-problems.ts";
import { writeOutput } from "./write-output.ts";
import { nameOf } from "../verify/name-of.ts";

interface MetalinkOptions extends CommonOptions {
  readonly output?: string;
  readonly write: boolean;
  readonly dev: boolean;
}

interface MetalinkInputs {
  readonly list: Pool | undefined;
  readonly files: readonly ReleaseFile[];
  readonly problems: readonly Problem[];
}

/** A Metalink that was made, as it is told in JSON. */
interface Metalink {
  readonly path: string;
  readonly file: string;
  readonly metalink: string;
}

function chooseFiles(files: readonly ReleaseFile[], paths: readonly string[], file: string): Problem[] {
  const cure = `write ${files.length === 1 ? "" : "one of "}${files.map(({ path }) => path).join(", ")}`;
  return paths
    .filter((path) => !files.some((known) => known.path === path))
    .map((path) => ({
      code: "unknown-path",
      file,
      pointer: "/files",
      message: `must name the file, got no entry for "${path}"`,
      cure,
    }));
}

async function readInputs(paths: readonly string[], options: MetalinkOptions, host: Host): Promise<MetalinkInputs> {
  const { releases, problems } = await readFolder(options.mirrors, host, { dev: options.dev });
  const { list, problems: listFaults } = await readList({ mirrors: options.mirrors, dev: options.dev }, host);
  const unread = [...listFaults, ...problems.filter((problem) => isProblemOf("releases.json", problem))];
  const all = releases?.files ?? [];
  const file = join(options.mirrors, "releases.json");
  const files = all.filter(({ path }) => paths.length === 0 || paths.includes(path));
  const faults = [...chooseFiles(all, paths, file), ...findNameCollisions({ files: all }, file)];
  return { list, files, problems: releases ? [...unread, ...faults] : unread };
}

function checkOutput({ length }: readonly ReleaseFile[], { output, json }: MetalinkOptions): Problem[] {
  if (length === 1 || json || output !== undefined) return [];
  const message = `must be one file where none is written, got ${length} files`;
  return [
    { code: "several-files", pointer: "", message, cure: 'name one path, or a folder with "--output DIR --write"' },
  ];
}

async function makeMetalinks(
  files: readonly ReleaseFile[],
  list: Pool,
  { mirrors, output = "" }: MetalinkOptions,
): Promise<{ readonly made: readonly Metalink[]; readonly problems: readonly Problem[] }> {
  const made: Metalink[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const pieces = await readPieces(mirrors, file);
    if ("problem" in pieces) problems.push(pieces.problem);
    else {
      const target = join(output, `${nameOf(file.path)}.meta4`);
      made.push({ path: file.path, file: target, metalink: renderMetalink(file, list, pieces.hashes) });
    }
  }
  return { made, problems };
}

async function writeMetalinks(made: readonly Metalink[], host: Host): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, metalink } of made) {
    const problem = await writeOutput(file, metalink, host);
    if (problem) problems.push(problem);
  }
  return problems;
}

function tellMetalinks(made: readonly Metalink[], { output, write, json }: MetalinkOptions, host: Host): void {
  const isWritten = output !== undefined && write;
  if (json) host.out(`${JSON.stringify({ files: made, written: isWritten, problems: [] }, undefined, 2)}\n`);
  else if (output === undefined) host.out(made.map(({ metalink }) => metalink).join(""));
  else for (const { file } of made) host.tell(`${write ? "wrote" : "would write"} ${file}`);
  if (output !== undefined && !write) host.tell('nothing was written; add "--write"');
}

async function metalink(paths: readonly string[], options: MetalinkOptions, host: Host): Promise<ExitCode> {
  const { list, files, problems } = await readInputs(paths, options, host);
  const faults = problems.length > 0 ? problems : checkOutput(files, options);
  if (faults.length > 0 || !list) return tellProblems(faults, options, host);
  const { made, problems: pieceFaults } = await makeMetalinks(files, list, options);
  if (pieceFaults.length > 0) return tellProblems(pieceFaults, options, host);
  const writeFaults = options.output !== undefined && options.write ? await writeMetalinks(made, host) : [];
  if (writeFaults.length > 0) return tellProblems(writeFaults, options, host);
  tellMetalinks(made, options, host);
  return 0;
}

/** Adds `metalink`: where a file can be had and how to know it, for download programs. */
export const addMetalink: AddCommand = (program, host) => {
  commonCommand(program, "metalink", "make a Metalink (RFC 5854) for each file of the release, for aria2 and others")
    .argument("[paths...]", "the paths in releases.json; all of them when none is named")
    .option("--output <folder>", "make NAME.meta4 there, under --write; else one goes to stdout")
    .option("--write", "write the files; else they are only named", false)
    .option("--dev", "allow http on this machine, for trying things out", false)
    .action((paths: string[], options: MetalinkOptions) => endWith(metalink(paths, options, host)));
};
