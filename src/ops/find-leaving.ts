import type { Mirror } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";

/** The mirrors that leave, by their prefix, and what is wrong with how they were named. */
export interface Leaving {
  readonly prefixes: readonly string[];
  readonly problems: readonly Problem[];
}

function findPrefixes(word: string, mirrors: readonly Mirror[]): string[] {
  return mirrors
    .map(({ url_prefix }) => url_prefix)
    .filter((prefix) => prefix === word || new URL(prefix).host === word);
}

function unknownMirror(word: string, mirrors: readonly Mirror[]): Problem {
  const message = `--without must name a mirror of the list by its prefix or host, got ${showValue(word)}`;
  const known = mirrors.map(({ url_prefix }) => url_prefix);
  return { code: "unknown-mirror", pointer: "", message, cure: `write one of ${known.slice(0, 10).join(" ")}` };
}

/** Finds the mirrors that a maintainer named, by prefix or host. It is a fault when one is unknown, or when none would stay. */
export function findLeaving(words: readonly string[], mirrors: readonly Mirror[]): Leaving {
  const prefixes = words.flatMap((word) => findPrefixes(word, mirrors));
  const problems = words
    .filter((word) => findPrefixes(word, mirrors).length === 0)
    .map((word) => unknownMirror(word, mirrors));
  if (mirrors.some(({ url_prefix }) => !prefixes.includes(url_prefix))) return { prefixes, problems };
  const [message, cure] =
    mirrors.length > 0
      ? ["--without must leave a mirror to draw, got all of them", "name fewer"]
      : ["the list must hold a mirror that its site may lead to, got none", "add an https mirror of some weight"];
  return { prefixes, problems: [...problems, { code: "no-usable-mirror", pointer: "/mirrors", message, cure }] };
}
