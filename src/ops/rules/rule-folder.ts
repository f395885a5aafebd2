import { isMirror } from "../../core/accept.ts";
import type { MaintainedMirror, MaintainedPool } from "../../core/pool.ts";
import type { Releases } from "../../verify/releases.ts";
import type { Fallback } from "../dns/fallback.ts";
import type { Status } from "../status.ts";

/** The files of the maintainers' folder, by what they hold. */
export interface FolderFiles {
  readonly pool: string;
  readonly releases: string;
  readonly status: string;
  readonly fallback: string;
}

/** A mirror, and its place in `mirrors.json`. */
export interface PlacedMirror {
  readonly mirror: MaintainedMirror;
  /** As a JSON Pointer. */
  readonly pointer: string;
}

/** What the rules look at. What is undefined is not there, or its shape is wrong, which was told already. */
export interface RuleFolder {
  /** The names that problems give the files. */
  readonly files: FolderFiles;
  readonly pool: MaintainedPool | undefined;
  /** The entries whose address and weight are right, even where others are wrong. */
  readonly mirrors: readonly PlacedMirror[];
  readonly releases: Releases | undefined;
  readonly status: Status | undefined;
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

/** Makes a folder out of those parts that are known. */
export function toRuleFolder(parts: Partial<RuleFolder>): RuleFolder {
  const nothing = { pool: undefined, releases: undefined, status: undefined, fallback: undefined };
  return { files: FILE_NAMES, mirrors: [], now: new Date(0), dev: false, ...nothing, ...parts };
}

/** Picks the entries of a pool that can be judged one by one: those whose address and weight are right. */
export function placeMirrors(pool: unknown, { dev }: { readonly dev: boolean }): PlacedMirror[] {
  const { mirrors } = Object(pool) as Record<string, unknown>;
  if (!Array.isArray(mirrors)) return [];
  return mirrors.flatMap((entry: unknown, index) =>
    isMirror(entry, dev ? { dev } : {}) ? [{ mirror: entry, pointer: `/mirrors/${index}` }] : [],
  );
}
