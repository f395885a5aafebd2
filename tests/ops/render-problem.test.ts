import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkPool, checkReleases, checkStatus, renderProblem } from "../../src/ops/index.ts";

const FILE = "mirrors.json";

/** What steers a terminal, hides, or forges a line. */
const hostile = fc.oneof(
  fc.constantFrom("\u001b[2J", "\r\nok", "\u202e", "\u009b31m", "\u2028", "\u0000", "x".repeat(2 ** 20)),
  fc.string({ unit: "binary", maxLength: 12 }),
);

test("lets nothing that came from outside steer the terminal, wherever it stands", () => {
  const value = fc.oneof(hostile, fc.array(hostile, { maxLength: 2 }), fc.dictionary(hostile, hostile, { maxKeys: 2 }));
  const key = fc.oneof(
    fc.constantFrom("url_prefix", "weight", "country", "email", "path", "lacks", "verdict"),
    hostile,
  );
  const entry = fc.dictionary(key, value, { maxKeys: 4 });
  const data = fc.dictionary(
    fc.oneof(fc.constantFrom("mirrors", "files", "fallback_prefix", "version"), hostile),
    fc.oneof(value, fc.array(entry, { maxLength: 3 })),
    { maxKeys: 4 },
  );
  fc.assert(
    fc.property(data, (any) => {
      const text = JSON.stringify(any);
      const problems = [checkPool, checkReleases, checkStatus].flatMap((check) => check(text, { file: FILE }).problems);
      for (const line of problems.map(renderProblem)) {
        assert.ok(line.length < 5000, String(line.length));
        assert.doesNotMatch(line, /[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }),
    { numRuns: 300, seed: 6 },
  );
});

test("keeps the lines of a cure, and escapes within them", () => {
  const problem = { code: "", pointer: "/a\u001b", message: "must not\n", cure: "write\n\u001b{}" };
  assert.equal(renderProblem({ ...problem, file: "f\u0007" }), "f\\u0007 /a\\u001b: must not\\u000a; write\n\\u001b{}");
});

test("cuts a place that is too long to read", () => {
  assert.equal(renderProblem({ code: "", pointer: `/${"x".repeat(999)}`, message: "m" }).length, 203);
});
