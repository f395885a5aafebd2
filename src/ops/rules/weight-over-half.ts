import { expectedShares } from "../../core/shares.ts";
import { defineRule, type Finding } from "./rule.ts";
import { knowAll, type RuleFolder } from "./rule-folder.ts";

/** From this many usable mirrors on, no one of them needs more than half. */
const LEAST_MIRRORS = 3;

function findTooHeavy({ pool }: RuleFolder): Finding[] {
  const weights = knowAll((pool?.mirrors ?? []).map((mirror) => mirror?.weight));
  if (!weights || weights.filter((weight) => weight > 0).length < LEAST_MIRRORS) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return expectedShares(weights.map((weight) => ({ url_prefix: "", weight }))).flatMap((share, index) => {
    const weight = weights[index] ?? 0;
    if (share <= 0.5) return [];
    const message = `must take at most half of the downloads, got ${weight} of ${total}, ${(share * 100).toFixed(1)} %`;
    const cure = `write ${total - weight} or less, or allow it with "--allow weight-over-half"`;
    return [{ pointer: `/mirrors/${index}/weight`, message, cure }];
  });
}

/** No mirror of several carries more than the others together. */
export const weightOverHalf = defineRule(
  {
    code: "weight-over-half",
    wrong: "one mirror of three or more gets over half of all downloads",
    reason:
      "when it fails, most visitors are hit at once and the others cannot carry them; often it is a slip, such as 1000 for 100",
    cure: 'lower its weight, or when it is meant so, run "fairmirror validate --allow weight-over-half"',
    before: '"weight": 1000   beside 100 and 50',
    after: '"weight": 100    beside 100 and 50',
  },
  "pool",
  findTooHeavy,
);
