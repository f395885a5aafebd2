import { mirrorKey } from "./mirror-key.ts";
import { normalizeUrl } from "../../core/url-prefix.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findUnknown({ fallback, pool, mirrors }: RuleFolder): Finding[] {
  // Of a list that is not whole, nobody can say what is missing in it.
  if (!pool || !fallback) return [];
  const known = new Set(mirrors.map(({ mirror }) => mirrorKey(mirror.url_prefix)));
  return fallback.members.flatMap(({ url_prefix }, index) => {
    if (normalizeUrl(url_prefix) !== undefined && known.has(mirrorKey(url_prefix))) return [];
    const message = `must be the "url_prefix" of a mirror in mirrors.json, got ${JSON.stringify(url_prefix.slice(0, 80))}`;
    return [{ pointer: `/members/${index}/url_prefix`, message, cure: "add the mirror, or remove the member" }];
  });
}

/** Every member of the fallback pool is a mirror. */
export const unknownMember = defineRule(
  {
    code: "unknown-member",
    wrong: "a member of the fallback pool is no mirror of the pool",
    reason: "nobody probes it, so it stays in the fallback when it breaks, where visitors without JavaScript are sent",
    cure: "add the mirror to mirrors.json, or remove it from fallback.json",
    before: '"members": [{ "url_prefix": "https://gone.example/os/" }]',
    after: '"members": [{ "url_prefix": "https://m1.example/os/" }]',
  },
  "fallback",
  findUnknown,
);
