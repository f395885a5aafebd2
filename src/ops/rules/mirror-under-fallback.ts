import { showValue } from "../../core/show-value.ts";
import { mirrorKey } from "./mirror-key.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findUnderFallback({ pool, mirrors }: RuleFolder): Finding[] {
  const prefix = pool?.fallback_prefix;
  if (prefix === undefined) return [];
  const fallback = mirrorKey(prefix);
  return mirrors.flatMap(({ mirror: { url_prefix }, pointer }) => {
    if (url_prefix === undefined || !mirrorKey(url_prefix).startsWith(fallback)) return [];
    const message = `must lie outside the fallback ${showValue(prefix)}, got ${showValue(url_prefix)}`;
    return [{ pointer: `${pointer}/url_prefix`, message, cure: "write the mirror's own address, not the shared one" }];
  });
}

/** The fallback is not drawn as if it were a mirror. */
export const mirrorUnderFallback = defineRule(
  {
    code: "mirror-under-fallback",
    wrong: "a mirror is the fallback itself, or a folder below it",
    reason:
      "who is led there gets the fallback's choice, not the drawn mirror, so the shares are no longer those of the weights; and links to that mirror count as links to be drawn anew",
    cure: "write the mirror's own name, the one that leads to this machine only",
    before: '"fallback_prefix": "https://dl.project.example/",\n"url_prefix": "https://dl.project.example/os/"',
    after: '"fallback_prefix": "https://dl.project.example/",\n"url_prefix": "https://m1.project.example/os/"',
  },
  "pool",
  findUnderFallback,
);
