import { readFileSync } from "node:fs";
import type { Problem } from "../../src/core/problem.ts";
import { checkFolder } from "../../src/ops/rules/check-folder.ts";
import type { TextReading } from "../../src/ops/text-reading.ts";

/** A folder to judge: what is left out is right, and `mirrors` are added to the right pool. */
export interface FolderVector {
  readonly name: string;
  readonly pool?: unknown;
  readonly mirrors?: readonly unknown[];
  readonly releases?: unknown;
  readonly status?: unknown;
  readonly fallback?: unknown;
  /** Code and place of every problem, in the order told. */
  readonly told: readonly (readonly [string, string])[];
}

/** The cases that every checker of a folder must agree on. */
export const FOLDERS = JSON.parse(readFileSync("tests/vectors/folders.json", "utf8")) as readonly FolderVector[];

/** The time at which the vectors are judged. */
export const NOW = new Date("2026-11-21T04:30:00Z");

const SHA256 = "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a";
const FILES = { pool: "mirrors.json", releases: "releases.json", status: "status.json", fallback: "fallback.json" };

const RIGHT_MIRRORS = [1, 2, 3].map((number) => ({ url_prefix: `https://m${number}.example/os/`, weight: 10 }));
const RIGHT_RELEASES = {
  version: 1,
  files: [{ path: "os/1.0/os.img", size: 2 ** 26, sha256: SHA256, pieces: { length: 2 ** 20, sha256: SHA256 } }],
};

/** Gives the texts of a folder; what it does not have stays undefined. */
export function folderTexts({ pool, mirrors = [], releases, status, fallback }: Partial<FolderVector>) {
  const ownPool = { fallback_prefix: "https://dl.example/", mirrors: [...RIGHT_MIRRORS, ...mirrors] };
  return {
    pool: JSON.stringify(pool ?? ownPool),
    releases: JSON.stringify(releases ?? RIGHT_RELEASES),
    status: JSON.stringify(status) as string | undefined,
    fallback: JSON.stringify(fallback) as string | undefined,
  };
}

/** Judges texts as the program does. */
export function judge(texts: ReturnType<typeof folderTexts>, { dev = false } = {}): readonly Problem[] {
  const read = (name: keyof typeof FILES): TextReading => {
    const text = texts[name];
    const missing = { code: "unreadable-file", pointer: "", message: "must be there" };
    return text === undefined ? { problem: missing, isMissing: true } : { text };
  };
  const readings = {
    pool: read("pool"),
    releases: read("releases"),
    status: read("status"),
    fallback: read("fallback"),
  };
  return checkFolder({ files: FILES, readings, now: NOW, dev }).problems;
}
