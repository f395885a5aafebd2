import { showValue } from "../../core/show-value.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

/** In bytes: what every member can send every few seconds, to every engine that asks. */
const MOST_BYTES = 2 ** 20;

function findLarge({ fallback, releases }: RuleFolder): Finding[] {
  const path = fallback?.check_path;
  if (path === undefined) return [];
  const file = releases?.files?.find((known) => known?.path === path);
  if (file?.size === undefined || file.size <= MOST_BYTES) return [];
  const message = `must be a file of at most ${MOST_BYTES} bytes, got ${showValue(path)} of ${file.size}`;
  return [{ pointer: "/check_path", message, cure: "name a small file that every mirror carries, such as SHA256SUMS" }];
}

/** A health check asks for little. */
export const largeCheckPath = defineRule(
  {
    code: "large-check-path",
    wrong: "engines are told to check the members by a large file",
    reason: "they ask each member for it every few seconds, and some of them with a GET: that is a download each time",
    cure: "name a small file that every mirror carries, such as the list of checksums or the trace file",
    before: '"check_path": "os/1.0/os.img"',
    after: '"check_path": "os/1.0/SHA256SUMS"',
  },
  "fallback",
  findLarge,
);
