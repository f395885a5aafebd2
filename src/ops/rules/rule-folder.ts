import { isMirror } from "../../core/accept.ts";
import type { MaintainedMirror, MaintainedPool } from "../../core/pool.ts";
import type { Releases } from "../../verify/releases.ts";
import type { Fallback } from "../dns/fallback.ts";
import type { Readable } from "../keep-right.ts";
import type { Status } from "../status.ts";

/** The files of the maintainers' folder, by what they hold. */
export interface FolderFiles {
  readonly pool: string;
  readonly releases: string;
  readonly status: string;
  readonly fallback: string;
}

/** A mirror, as far as it can be read, and its place in `mirrors.json`. */
export interface PlacedMirror {
  readonly mirror: Readable<MaintainedMirror>;
  /** As a JSON Pointer. */
  readonly pointer: string;
}

/**
 * What the rules look at: what can be read of each file. What is missing in it is not there, or its shape is wrong, which was
 * told already; a rule tells only what is sure whatever may come in its place.
 */
export interface RuleFolder {
  /** The names that problems give the files. */
  readonly files: FolderFiles;
  readonly pool: Readable<MaintainedPool> | undefined;
  /** The entries of the pool that can be read, even where others are wrong. */
  readonly mirrors: readonly PlacedMirror[];
  readonly releases: Readable<Releases> | undefined;
  readonly status: Readable<Status> | undefined;
  readonly fallback: Fallback | undefined;
  readonly now: Date;
  readonly dev: boolean;
}

const FILE_NAMES: FolderFiles = {
  pool: "mirrors.json",
  releases: "releases.json",
  status: "status.json",
  fallback: "fallback.json",
};

function placeReadable(pool: Readable<MaintainedPool> | undefined): PlacedMirror[] {
  return (pool?.mirrors ?? []).flatMap((mirror, index) => (mirror ? [{ mirror, pointer: `/mirrors/${index}` }] : []));
}

/** Makes a folder out of those parts that are known. */
export function toRuleFolder(parts: Partial<Omit<RuleFolder, "mirrors">>): RuleFolder {
  const nothing = { pool: undefined, releases: undefined, status: undefined, fallback: undefined };
  const given = { files: FILE_NAMES, now: new Date(0), dev: false, ...nothing, ...parts };
  return { ...given, mirrors: placeReadable(given.pool) };
}

/** Gives the values when every one of them is known, else undefined: what is true of all cannot be told of some. */
export function knowAll<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

/** Picks the entries of any pool that a client could draw: those whose address and weight are right. */
export function pickMirrors(pool: unknown, { dev }: { readonly dev: boolean }): MaintainedMirror[] {
  const { mirrors } = Object(pool) as Record<string, unknown>;
  if (!Array.isArray(mirrors)) return [];
  return mirrors.filter((entry: unknown) => isMirror(entry, dev ? { dev } : {}));
}
