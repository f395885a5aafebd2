import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findUntold({ fallback, pool }: RuleFolder): Finding[] {
  if (!fallback || fallback.certificates !== undefined || fallback.members.length < 2) return [];
  if (!pool?.fallback_prefix?.startsWith("https:")) return [];
  const message = `must tell how ${fallback.members.length} members come to a certificate for "${fallback.name}", got nothing`;
  const cure = 'write "each" when every member has its own, or "shared" when all have the same';
  return [{ pointer: "/certificates", message, cure }];
}

/** Whoever answers for the name of the fallback over https can prove it. */
export const missingCertificates = defineRule(
  {
    code: "missing-certificates",
    wrong:
      "fallback_prefix is https and several mirrors answer for its name, but nothing is said of their certificates",
    reason:
      "a mirror has a certificate for its own name only: over the pool's name, browsers and download programs refuse it, so part of the downloads fail",
    cure: 'get every member a certificate for the pool\'s name (over DNS, ACME\'s dns-01, because over http any member may be asked) and write "each", or share one and write "shared"; where operators will not, make fallback_prefix the address of one large mirror, or use a redirector',
    before: '"name": "dl.project.example", "members": [ … ]',
    after: '"name": "dl.project.example", "certificates": "each", "members": [ … ]',
  },
  "fallback",
  findUntold,
);
