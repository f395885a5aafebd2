import { isUrlPrefix } from "../../core/url-prefix.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findOtherName({ fallback, pool, dev }: RuleFolder): Finding[] {
  const prefix = pool?.fallback_prefix;
  if (!fallback || !isUrlPrefix(prefix, dev ? { dev } : {})) return [];
  const host = new URL(prefix).hostname.replace(/\.$/, "");
  if (host === fallback.name) return [];
  const message = `must be the host of "fallback_prefix" in mirrors.json, "${host}", got "${fallback.name}"`;
  return [{ pointer: "/name", message, cure: `write "${host}", or correct "fallback_prefix"` }];
}

/** The fallback pool answers for the name that the links have. */
export const nameNotFallback = defineRule(
  {
    code: "name-not-fallback",
    wrong: "the name of the fallback pool is not the host of fallback_prefix",
    reason: "the links of the site lead to fallback_prefix, so nobody would ever ask for the pool's name",
    cure: 'write the host of "fallback_prefix" as the pool\'s name, or correct "fallback_prefix"',
    before: '"name": "download.project.example"   beside "fallback_prefix": "https://dl.project.example/"',
    after: '"name": "dl.project.example"',
  },
  "fallback",
  findOtherName,
);
