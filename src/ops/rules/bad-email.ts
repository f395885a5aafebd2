import { showValue } from "../../core/show-value.ts";
import { isEmail } from "../is-email.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findBadEmails({ mirrors }: RuleFolder): Finding[] {
  return mirrors.flatMap(({ mirror: { email }, pointer }) => {
    if (email === undefined || isEmail(email)) return [];
    const message = `must be one e-mail address, got ${showValue(email)}`;
    const cure = 'write an address such as "mirror@project.example"; other words belong into "notes"';
    return [{ pointer: `${pointer}/email`, message, cure }];
  });
}

/** Every operator can be written to. */
export const badEmail = defineRule(
  {
    code: "bad-email",
    wrong: "what stands as an operator's e-mail address is none, or several",
    reason: "when the mirror breaks, nobody can be written to",
    cure: 'write one plain address, and put names and other ways to reach the operator into "notes"',
    before: '"email": "Ann <ann at project.example>"',
    after: '"email": "ann@project.example",\n"notes": "ask for Ann"',
  },
  "pool",
  findBadEmails,
);
