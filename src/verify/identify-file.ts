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

/** What is known of a chosen file; the size is in bytes. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
}

/** Takes the number away that browsers put into the name of a second download: "os (1).img". */
function plainName(name: string): string {
  return name.replace(/ ?\(\d+\)(?=(\.[^.]*){0,2}$)/, "");
}

/** Finds the files of a name. Disks of macOS write an accent apart from its letter, so both are brought into one form (NFC). */
function findNamed(files: readonly ReleaseFile[], name: string): readonly ReleaseFile[] {
  const wanted = name.normalize();
  return files.filter(({ path }) => nameOf(path).normalize() === wanted);
}

/** Finds the other files that a chosen one may be by its name and its size: folders of a release may hold files of one name. */
export function findTwins(
  files: readonly ReleaseFile[],
  { name, size }: ChosenFile,
  guess: ReleaseFile,
): readonly ReleaseFile[] {
  const named = [...findNamed(files, name), ...findNamed(files, plainName(name))];
  return [...new Set(named)].filter((file) => file.size === size && file !== guess);
}

/** Tells a chosen file by its name and its size from those of a release; `offered` is the path of the one that is expected. */
export function identifyFile(files: readonly ReleaseFile[], { name, size }: ChosenFile, offered: string): FileGuess {
  const isRight = (file: ReleaseFile): boolean => file.size === size;
  const expected = files.find(({ path }) => path === offered);
  const exact = findNamed(files, name);
  const named = exact.length > 0 ? exact : findNamed(files, plainName(name));
  // Of several files of one name the size tells; where it does not, the offered one is meant.
  const likely = [...named.filter((file) => file === expected), ...named];
  const best = likely.find(isRight) ?? likely[0];
  if (best && best !== expected) return { kind: isRight(best) ? "other-file" : "wrong-size", file: best };
  if (expected && isRight(expected)) return { kind: "offered", file: expected };
  if (best) return { kind: "wrong-size", file: best };
  const other = files.find(isRight);
  return other ? { kind: "other-file", file: other } : { kind: "not-in-release" };
}

/** Gives what to call a file of a release: its name; its path where another has the same name. */
export function callFile(files: readonly ReleaseFile[], { path }: ReleaseFile): string {
  return findNamed(files, nameOf(path)).length > 1 ? path : nameOf(path);
}
