import { showValue } from "../../core/show-value.ts";
import { findOverlaps } from "./find-overlaps.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findOverFallback(folder: RuleFolder): Finding[] {
  return findOverlaps(folder, {
    isSo: (mirror, fallback) => fallback !== mirror && fallback.startsWith(mirror),
    word: (prefix, fallback) => `must not hold the fallback ${showValue(fallback)}, got ${showValue(prefix)}`,
    cure: "write the folder that holds what the fallback holds",
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
