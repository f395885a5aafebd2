import { showValue } from "../../core/show-value.ts";
import { findOverlaps } from "./find-overlaps.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findUnderFallback(folder: RuleFolder): Finding[] {
  return findOverlaps(folder, {
    isSo: (mirror, fallback) => mirror.startsWith(fallback),
    word: (prefix, fallback) => `must lie outside the fallback ${showValue(fallback)}, got ${showValue(prefix)}`,
    cure: "write the mirror's own address, not the shared one",
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
