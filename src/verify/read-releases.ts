import { isKnownVersion } from "../core/accept.ts";
import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import { isReleasePath } from "./is-release-path.ts";
import { isUtcTime } from "./is-utc-time.ts";
import type { Pieces, ReleaseFile, Releases } from "./releases.ts";

/** What came of reading: a list with at least one file, or none; and all that was wrong on the way. What a list is refused for comes last. */
export interface ReleasesReading {
  readonly releases: Releases | undefined;
  readonly problems: Problem[];
}

type Json = Readonly<Record<string, unknown>>;

/** The most files that are looked at; the maintainers' strict check takes no more either. */
const MAX_FILES = 1000;

const SHA256 = /^[0-9a-f]{64}$/;

function isInteger(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isSum(value: unknown): value is string {
  return typeof value === "string" && SHA256.test(value);
}

function findPieces(value: unknown): Pieces | undefined {
  const { length, sha256 } = Object(value) as Json;
  return isInteger(length, 2 ** 16, 2 ** 24) && isSum(sha256) ? { length, sha256 } : undefined;
}

function findFile(value: unknown): ReleaseFile | undefined {
  const { path, size, sha256, pieces } = Object(value) as Json;
  if (typeof path !== "string" || !isReleasePath(path)) return undefined;
  if (!isInteger(size, 1, Number.MAX_SAFE_INTEGER) || !isSum(sha256)) return undefined;
  const found = findPieces(pieces);
  return { path, size, sha256, ...(found && { pieces: found }) };
}

/** Gives the moments that a list names, those that are none left out. */
function findTimes({ generated, expires }: Json): Pick<Releases, "generated" | "expires"> {
  const isTime = (value: unknown): value is string => typeof value === "string" && isUtcTime(value);
  return { ...(isTime(generated) && { generated }), ...(isTime(expires) && { expires }) };
}

/**
 * Reads `releases.json` as a client does: an entry that cannot be used is skipped and told, unknown keys are ignored, a list of a
 * newer major version is refused whole. Never throws. What the maintainers' strict check accepts, this keeps.
 */
export function readReleases(data: unknown, file: string): ReleasesReading {
  const fault = (code: string, pointer: string, expected: string, value: unknown): Problem => ({
    code,
    file,
    pointer,
    message: `must be ${expected}, got ${showValue(value)}`,
  });
  const { version, files: entries, ...head } = Object(data) as Json;
  if (!isKnownVersion(version))
    return { releases: undefined, problems: [fault("newer-version", "/version", "1", version)] };
  if (!Array.isArray(entries))
    return { releases: undefined, problems: [fault("no-files", "/files", "an array", entries)] };
  const read = entries.slice(0, MAX_FILES).map((entry: unknown) => ({ entry, found: findFile(entry) }));
  const files = read.flatMap(({ found }) => found ?? []);
  const problems = read.flatMap(({ entry, found }, index) =>
    found ? [] : [fault("bad-file", `/files/${index}`, "a file with path, size and sha256", entry)],
  );
  if (entries.length > MAX_FILES)
    problems.push(fault("too-many-files", "/files", `of at most ${MAX_FILES} files`, entries.length));
  if (files.length === 0) problems.push(fault("no-files", "/files", "of at least one file", entries));
  return { releases: files.length === 0 ? undefined : { version: 1, ...findTimes(head), files }, problems };
}
