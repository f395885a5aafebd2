import { mirrorKey } from "./mirror-key.ts";
import type { Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

/** How a mirror and the fallback may not lie to each other, and in what words that is told. */
export interface Overlap {
  /** Whether they lie so; both are in the form that `mirrorKey` gives. */
  readonly isSo: (mirror: string, fallback: string) => boolean;
  readonly word: (urlPrefix: string, fallbackPrefix: string) => string;
  readonly cure: string;
}

/** Finds the mirrors that share a place with the fallback. */
export function findOverlaps({ pool, mirrors }: RuleFolder, { isSo, word, cure }: Overlap): Finding[] {
  const prefix = pool?.fallback_prefix;
  if (prefix === undefined) return [];
  const fallback = mirrorKey(prefix);
  return mirrors.flatMap(({ mirror: { url_prefix }, pointer }) => {
    if (url_prefix === undefined || !isSo(mirrorKey(url_prefix), fallback)) return [];
    return [{ pointer: `${pointer}/url_prefix`, message: word(url_prefix, prefix), cure }];
  });
}
