import { basename, join, resolve } from "node:path";
import { checkFileNames } from "../../build/site-checks.ts";
import type { Problem } from "../../core/problem.ts";
import { checkReleases } from "../../ops/check-releases.ts";
import { findNameCollisions, mergeReleases } from "../../ops/merge-releases.ts";
import { renderReleases } from "../../ops/render-releases.ts";
import type { ReleaseFile, Releases } from "../../verify/releases.ts";

/** What is known before a file is read. */
export interface NamesToCheck {
  readonly releases: Releases | undefined;
  /** The folder part of the paths, with the slash at its end. */
  readonly base: string;
  readonly mirrors: string;
}

/** Gives a file's own name, also where it is written as "." or with a slash at its end. */
export function nameFile(file: string): string {
  return basename(resolve(file));
}

/** Gives an entry that is right in everything but, maybe, its path. */
function sketchEntry(path: string): ReleaseFile {
  return { path, size: 1, sha256: "0".repeat(64) };
}

/** Tells whether paths can begin with a folder. */
export function isBase(base: string): boolean {
  const text = renderReleases({ version: 1, files: [sketchEntry(`${base}x`)] });
  return checkReleases(text, { file: "" }).problems.length === 0;
}

function findTwins(files: readonly string[]): Problem[] {
  return files.flatMap((file, index) => {
    const first = files.findIndex((other) => nameFile(other) === nameFile(file));
    if (first === index) return [];
    const message = `must have a name of its own, got that of ${files[first] ?? ""}: both would keep their piece hashes in one file`;
    return [{ code: "same-name", file, pointer: "", message, cure: "rename one of the two" }];
  });
}

function checkPlainNames(files: readonly string[]): Problem[] {
  return files.flatMap((file) => {
    const problems = checkFileNames({ version: 1, files: [sketchEntry(nameFile(file))] }, file);
    return problems.map((problem) => ({ ...problem, pointer: "" }));
  });
}

/** Finds what is wrong with the names of files that are to be released, before the long work of reading them. */
export function checkReleaseNames(files: readonly string[], { releases, base, mirrors }: NamesToCheck): Problem[] {
  const faults = [...checkPlainNames(files), ...findTwins(files)];
  if (faults.length > 0) return faults;
  const place = join(mirrors, "releases.json");
  const entries = files.map((file) => sketchEntry(base + nameFile(file)));
  const merged = mergeReleases(releases, entries);
  return [...checkReleases(renderReleases(merged), { file: place }).problems, ...findNameCollisions(merged, place)];
}
