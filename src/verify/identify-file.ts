import type { ReleaseFile } from "./releases.ts";
import { nameOf } from "./name-of.ts";

/** What a chosen file seems to be, before a byte of it is read. */
export type FileGuess =
  /** It may be the file that was offered: its size is right, and its name speaks for no other. */
  | { readonly kind: "offered"; readonly file: ReleaseFile }
  /** Its name, or else its size, is that of another file of the release. */
  | { readonly kind: "other-file"; readonly file: ReleaseFile }
  /** Its name is that of a file, its size is not: the download was cut short, or went wrong. */
  | { readonly kind: "wrong-size"; readonly file: ReleaseFile }
  | { readonly kind: "not-in-release" };

/** Takes the number away that browsers put into the name of a second download: "os (1).img". */
function plainName(name: string): string {
  return name.replace(/ ?\(\d+\)(?=(\.[^.]*){0,2}$)/, "");
}

/** Tells a chosen file by its name and its size (in bytes) from those of a release; `offered` is the path of the one that is expected. */
export function identifyFile(
  files: readonly ReleaseFile[],
  { name, size }: { readonly name: string; readonly size: number },
  offered: string,
): FileGuess {
  const expected = files.find(({ path }) => path === offered);
  const named = files.find((file) => nameOf(file.path) === plainName(name));
  if (named && named !== expected) return { kind: named.size === size ? "other-file" : "wrong-size", file: named };
  if (expected?.size === size) return { kind: "offered", file: expected };
  if (named) return { kind: "wrong-size", file: named };
  const other = files.find((file) => file.size === size);
  return other ? { kind: "other-file", file: other } : { kind: "not-in-release" };
}
