import { normalizeUrl } from "../../core/url-prefix.ts";
import { mirrorKey } from "./mirror-key.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findDuplicates({ fallback }: RuleFolder): Finding[] {
  const keys = (fallback?.members ?? []).map(({ url_prefix }) =>
    normalizeUrl(url_prefix) === undefined ? url_prefix : mirrorKey(url_prefix),
  );
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    if (first === index) return [];
    const message = `must stand once, got the mirror of /members/${first} again`;
    return [{ pointer: `/members/${index}/url_prefix`, message, cure: "put all its addresses into one member" }];
  });
}

/** No mirror is a member of the fallback pool twice. */
export const duplicateMember = defineRule(
  {
    code: "duplicate-member",
    wrong: "a mirror is a member of the fallback pool more than once",
    reason: "which of the weights counts is anyone's guess, and engines that know members by name refuse the second",
    cure: "put all its addresses into one member, and give that the weight that is meant",
    before:
      '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"] },\n{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.11"] }',
    after: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10", "192.0.2.11"] }',
  },
  "fallback",
  findDuplicates,
);
