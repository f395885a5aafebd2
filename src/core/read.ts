import { isKnownVersion, isWeight } from "./accept.ts";
import type { Pool, PublicMirror } from "./pool.ts";
import type { Problem } from "./problem.ts";
import { showValue } from "./show-value.ts";
import { isUrlPrefix, type PrefixOptions } from "./url-prefix.ts";

/** What came of reading: a pool with at least one mirror that can be drawn, or none; and all that was wrong on the way. */
export interface PoolReading {
  readonly pool: Pool | undefined;
  readonly problems: Problem[];
}

type Json = Readonly<Record<string, unknown>>;

/** The most mirrors that are looked at: what lies beyond cannot slow a page down. */
const MAX_MIRRORS = 10_000;

const A_PREFIX = 'an https address that ends in "/"';

function fault(code: string, pointer: string, expected: string, value: unknown): Problem {
  return { code, pointer, message: `must be ${expected}, got ${showValue(value)}` };
}

/** Gives those of the keys that hold a string. */
function pickStrings<Key extends string>(object: Json, keys: readonly Key[]): Partial<Record<Key, string>> {
  return Object.fromEntries(
    keys.map((key) => [key, object[key]]).filter(([, value]) => typeof value === "string"),
  ) as Partial<Record<Key, string>>;
}

function toMirror(entry: Json, url_prefix: string, weight: number): PublicMirror {
  const lacks = [entry["lacks"]].flat().filter((path) => typeof path === "string");
  return { url_prefix, weight, ...pickStrings(entry, ["country", "sponsor"]), ...(lacks.length > 0 && { lacks }) };
}

/** Keeps the good entries, and the heaviest of those that share a prefix: with the same chance, it wins their race. */
function readMirrors(entries: readonly unknown[], problems: Problem[], options: PrefixOptions): PublicMirror[] {
  const mirrors = new Map<string, PublicMirror>();
  entries.slice(0, MAX_MIRRORS).forEach((value, index) => {
    const entry = Object(value) as Json;
    const { url_prefix, weight } = entry;
    const pointer = `/mirrors/${index}`;
    if (!isUrlPrefix(url_prefix, options))
      problems.push(fault("bad-url-prefix", `${pointer}/url_prefix`, A_PREFIX, url_prefix));
    else if (!isWeight(weight))
      problems.push(fault("bad-weight", `${pointer}/weight`, "an integer from 0 to 1000", weight));
    else {
      const other = mirrors.get(url_prefix);
      if (other) problems.push(fault("duplicate-mirror", `${pointer}/url_prefix`, "unique", url_prefix));
      if (!other || other.weight < weight) mirrors.set(url_prefix, toMirror(entry, url_prefix, weight));
    }
  });
  return [...mirrors.values()];
}

function readFallbackPrefix(
  value: unknown,
  problems: Problem[],
  options: PrefixOptions,
): Pick<Pool, "fallback_prefix"> {
  if (isUrlPrefix(value, options)) return { fallback_prefix: value };
  if (value !== undefined) problems.push(fault("bad-fallback-prefix", "/fallback_prefix", A_PREFIX, value));
  return {};
}

/**
 * Reads a list of mirrors that came from outside, as far as it can be used: a bad entry is skipped and told, unknown keys are
 * ignored, a list of a newer major version is refused whole. Never throws. The maintainers' own check is stricter: what it
 * accepts, this keeps.
 */
export function readPool(data: unknown, options: PrefixOptions = {}): PoolReading {
  const problems: Problem[] = [];
  const refuse = (code: string, pointer: string, expected: string, value: unknown): PoolReading => {
    problems.push(fault(code, pointer, expected, value));
    return { pool: undefined, problems };
  };
  const { version, mirrors: entries, ...head } = Object(data) as Json;
  if (!isKnownVersion(version)) return refuse("newer-version", "/version", "1", version);
  if (!Array.isArray(entries)) return refuse("no-mirrors", "/mirrors", "an array", entries);
  const mirrors = readMirrors(entries, problems, options);
  if (!mirrors.some(({ weight }) => weight > 0))
    return refuse("no-usable-mirror", "/mirrors", "of some weight", mirrors);
  const fallback = readFallbackPrefix(head["fallback_prefix"], problems, options);
  return { pool: { ...pickStrings(head, ["generated", "expires"]), ...fallback, mirrors }, problems };
}
