import { findMemberMirror } from "../dns/find-member-mirror.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findWeightless({ fallback, mirrors }: RuleFolder): Finding[] {
  const pool = mirrors.map(({ mirror }) => mirror);
  return (fallback?.members ?? []).flatMap((member, index) => {
    const place = `/members/${index}`;
    const cure = "remove the member, or give it a weight above 0";
    if (member.weight === 0)
      return [{ pointer: `${place}/weight`, message: "must be above 0 to get any visitors, got 0", cure }];
    if (findMemberMirror(member, pool)?.weight !== 0) return [];
    const message = "must be a mirror of a weight above 0, got one that is disabled in mirrors.json";
    return [{ pointer: `${place}/url_prefix`, message, cure: "remove the member, or enable the mirror" }];
  });
}

/** Every member of the fallback pool gets visitors. */
export const weightlessMember = defineRule(
  {
    code: "weightless-member",
    wrong: "a member of the fallback pool has a weight of 0, its own or in mirrors.json",
    reason: "it is left out of the answers, so the pool is smaller than it looks",
    cure: 'remove the member or give it a weight; while a mirror pauses, allow it with "--allow weightless-member"',
    before: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"], "weight": 0 }',
    after: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"], "weight": 10 }',
  },
  "fallback",
  findWeightless,
);
