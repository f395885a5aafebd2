import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import type { ReleaseFile, Releases } from "../verify/releases.ts";
import { nameOf } from "../verify/name-of.ts";

/** Gives the name of the binary file that holds the hashes of a file's pieces. */
export function namePiecesFile(path: string): string {
  return `${nameOf(path)}.pieces`;
}

/** Puts files into the releases: each in the place of the one with the same path, or at the end. The others stay as they are. */
export function mergeReleases(releases: Releases | undefined, files: readonly ReleaseFile[]): Releases {
  const kept = releases?.files ?? [];
  const replaced = kept.map((file) => files.find(({ path }) => path === file.path) ?? file);
  const added = files.filter(({ path }) => !kept.some((file) => file.path === path));
  return { ...releases, version: releases?.version ?? 1, files: [...replaced, ...added] };
}

/** Finds files of one name in two folders: the hashes of their pieces would lie in one and the same file. */
export function findNameCollisions({ files }: Pick<Releases, "files">, file: string): Problem[] {
  return files.flatMap(({ path }, index) => {
    const name = nameOf(path);
    const first = files.findIndex((other) => nameOf(other.path) === name);
    if (first === index) return [];
    const message = `must have a name of its own, got ${showValue(name)} as in /files/${first}, and both would keep their piece hashes in ${showValue(namePiecesFile(path))}`;
    const cure = "put the version into the name, or remove the older entry";
    return [{ code: "same-name", file, pointer: `/files/${index}/path`, message, cure }];
  });
}
