import { showValue } from "../../core/show-value.ts";
import { CLOCK_SLACK_MS } from "../possible-time.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";
import { DAY_MS } from "../durations.ts";

/** For how long what a probe found may be relied on, in days. */
const STATUS_DAYS = 7;

function findOld({ status, now }: RuleFolder): Finding[] {
  if (status?.probed === undefined) return [];
  const age = now.getTime() - Date.parse(status.probed);
  // A clock may be a little off; a comparison with what is no date is false.
  if (age <= STATUS_DAYS * DAY_MS && age >= -CLOCK_SLACK_MS) return [];
  const message = `must be a time of the last ${STATUS_DAYS} days, got ${showValue(status.probed)}`;
  return [{ pointer: "/probed", message, cure: 'run "fairmirror probe --write"' }];
}

/** What is known of the mirrors is fresh. */
export const oldStatus = defineRule(
  {
    code: "old-status",
    wrong: "the mirrors were not probed for a week, or the time of the last probe makes no sense",
    reason: "mirrors that broke since then are still drawn, and mirrors that came back are still left out",
    cure: 'run "fairmirror probe --write", and see to it that a timer does',
    before: '"probed": "2026-09-01T04:30:00.000Z"   on 21 November',
    after: '"probed": "2026-11-21T04:30:00.000Z"',
  },
  "status",
  findOld,
);
