import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { CLOCK_SLACK_MS } from "../possible-time.ts";
import { defineRule, type Finding, type Rule } from "./rule.ts";

/** Finds that a list's `generated` has not come yet: a clock may be a little off, and a comparison with what is no date is false. */
function findFuture(generated: string | undefined, now: Date): Finding[] {
  if (generated === undefined || !(Date.parse(generated) - now.getTime() > CLOCK_SLACK_MS)) return [];
  const message = `must be a time that has come, got ${showValue(generated)} at ${now.toISOString()}`;
  const cure = "look at the clock of this machine, write the time of today, and sign the list anew";
  return [{ pointer: "/generated", message, cure }];
}

/** The list of releases is not dated ahead. */
export const futureList: Rule = defineRule(
  {
    code: "future-list",
    wrong: "the list of releases says that it was made at a time that has not come",
    reason: "clients refuse a list that is older than one they saw: the next right one would be refused",
    cure: "look at the clock of the machine that made the list, and make and sign it anew; who saw the wrong one takes the new one a day later",
    before: '"generated": "2062-11-25T04:30:00Z"   in 2026',
    after: '"generated": "2026-11-25T04:30:00Z"',
  },
  "releases",
  ({ releases, now }) => findFuture(releases?.generated, now),
);

/** Checks when a list was made, before it is signed. */
export function checkListTime(
  generated: string,
  { file, now }: { readonly file: string; readonly now: Date },
): Problem | undefined {
  const [finding] = findFuture(generated, now);
  return finding && { code: futureList.code, file, ...finding };
}
