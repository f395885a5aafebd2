import { mirrorKey } from "./mirror-key.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findDuplicates({ mirrors }: RuleFolder): Finding[] {
  const firsts = new Map<string, string>();
  return mirrors.flatMap(({ mirror: { url_prefix }, pointer }) => {
    if (url_prefix === undefined) return [];
    const key = mirrorKey(url_prefix);
    const first = firsts.get(key);
    firsts.set(key, first ?? pointer);
    if (first === undefined) return [];
    const message = `must stand once, got the address of ${first} again`;
    return [{ pointer: `${pointer}/url_prefix`, message, cure: "remove one of the two" }];
  });
}

/** No mirror stands twice, however it is spelled. */
export const duplicateMirror = defineRule(
  {
    code: "duplicate-mirror",
    wrong:
      "a mirror stands in the list more than once, perhaps in another spelling: http and https, or a dot at the end of its host",
    reason: "it gets the share of both entries, which nobody meant, and is asked again after it failed",
    cure: "remove one of the two entries, and give the other the weight that is meant",
    before:
      '{ "url_prefix": "https://m1.example/os/", "weight": 10 },\n{ "url_prefix": "https://m1.example./os/", "weight": 5 }',
    after: '{ "url_prefix": "https://m1.example/os/", "weight": 15 }',
  },
  "pool",
  findDuplicates,
);
