import { showValue } from "../../core/show-value.ts";
import { mirrorKey } from "./mirror-key.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findOverFallback({ pool, mirrors }: RuleFolder): Finding[] {
  const prefix = pool?.fallback_prefix;
  if (prefix === undefined) return [];
  const fallback = mirrorKey(prefix);
  return mirrors.flatMap(({ mirror: { url_prefix }, pointer }) => {
    if (url_prefix === undefined || mirrorKey(url_prefix) === fallback) return [];
    if (!fallback.startsWith(mirrorKey(url_prefix))) return [];
    const message = `must not hold the fallback ${showValue(prefix)}, got ${showValue(url_prefix)}`;
    return [{ pointer: `${pointer}/url_prefix`, message, cure: "write the folder that holds what the fallback holds" }];
  });
}

/** What lies under the fallback lies on no mirror. */
export const fallbackUnderMirror = defineRule(
  {
    code: "fallback-under-mirror",
    wrong: "the fallback is a folder of a mirror",
    reason:
      "an address under the fallback is then one of that mirror as well, with another path: a link that leads to it could be rewritten to a file that nobody has",
    cure: "write the mirror's folder that holds the same files as the fallback, under the mirror's own name",
    before: '"fallback_prefix": "https://dl.project.example/os/",\n"url_prefix": "https://dl.project.example/"',
    after: '"fallback_prefix": "https://dl.project.example/os/",\n"url_prefix": "https://m1.project.example/os/"',
  },
  "pool",
  findOverFallback,
);
