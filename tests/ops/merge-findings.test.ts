import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { mergeFindings } from "../../src/ops/merge-findings.ts";
import type { Finding } from "../../src/ops/verdict.ts";

const PREFIX = "https://m.example/";
const PROBED = "2026-11-21T04:30:00.000Z";

function merge(...found: (Partial<Finding> & Pick<Finding, "verdict">)[]): Finding | undefined {
  const points = found.map((finding, index) => ({
    vantage: `v${index + 1}`,
    probed: PROBED,
    findings: [{ url_prefix: PREFIX, reason: `is ${finding.verdict}`, checked: PROBED, lacks: [], ...finding }],
  }));
  return mergeFindings([PREFIX], points)[0];
}

/** What each place found, what is made of it, and why. */
const CASES: readonly (readonly [Finding["verdict"][], string, string])[] = [
  [["up", "up"], "up", "is up"],
  [["down", "up"], "up", "is up; from 1 of 2 vantage points (v1): is down"],
  [["down", "down", "up"], "down", "from 2 of 3 vantage points (v1, v2): is down"],
  [["down", "down", "up", "up"], "up", "is up; from 2 of 4 vantage points (v1, v2): is down"],
  [["down", "unasked"], "down", "is down"],
  [["wrong", "up", "up"], "wrong", "from 1 of 3 vantage points (v1): is wrong"],
  [["wrong", "down", "down"], "wrong", "from 1 of 3 vantage points (v1): is wrong"],
  [["outdated", "up", "down"], "outdated", "from 1 of 3 vantage points (v1): is outdated"],
  [["unasked", "unasked"], "unasked", "is unasked"],
];

suite("mergeFindings", () => {
  for (const [verdicts, verdict, reason] of CASES)
    test(`makes ${verdict} of ${verdicts.join(", ")}`, () => {
      const merged = merge(...verdicts.map((each) => ({ verdict: each })));
      assert.deepEqual([merged?.verdict, merged?.reason], [verdict, reason]);
    });

  test("joins the facts", () => {
    const merged = merge(
      { verdict: "up", latency_ms: 10, certificate_days: 9, ipv6: true, ranges: true, cors: true, synced: PROBED },
      { verdict: "up", latency_ms: 90, certificate_days: 7, ipv6: false, ranges: false, cors: true, lacks: ["a"] },
      { verdict: "up", latency_ms: 20, lacks: ["a", "b"], synced: "2026-11-20T00:00:00.000Z" },
    );
    assert.deepEqual([merged?.latency_ms, merged?.certificate_days], [20, 7]);
    assert.deepEqual([merged?.ipv6, merged?.ranges, merged?.cors], [true, false, true]);
    assert.deepEqual([merged?.lacks, merged?.synced], [["a", "b"], "2026-11-20T00:00:00.000Z"]);
  });

  test("gives a finding for every mirror of the pool, and none for others", () => {
    const point = { vantage: "a", probed: PROBED, findings: [] };
    const [only, ...rest] = mergeFindings([PREFIX], [point]);
    assert.deepEqual([only?.verdict, only?.checked, rest], ["unasked", PROBED, []]);
  });
});
