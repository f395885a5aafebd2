import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readFindings } from "../../src/ops/read-findings.ts";

const NOW = new Date("2026-11-21T05:00:00Z");
const CHECKED = "2026-11-21T04:30:00.000Z";
const FINDING = { url_prefix: "https://m.example/", verdict: "up", reason: "", checked: CHECKED, lacks: [] };
const POINT = { vantage: "fra1", probed: CHECKED, findings: [FINDING] };

function told(value: object): string[] {
  return readFindings(JSON.stringify(value), "a.json", NOW).problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

function toldOf(...findings: object[]): string[] {
  return told({ ...POINT, findings: findings.map((finding) => ({ ...FINDING, ...finding })) });
}

suite("readFindings", () => {
  test("takes what is right, an hour ahead of this machine's clock at most", () => {
    assert.deepEqual(told(POINT), []);
    assert.deepEqual(told({ ...POINT, probed: "2026-11-21T06:00:00Z" }), []);
  });

  for (const time of [
    "2026-11-21T06:00:01Z",
    "9999-01-01T00:00:00.000Z",
    "2026-99-99T00:00:00Z",
    "2026-02-31T00:00:00Z",
  ])
    test(`refuses the time ${time}`, () => {
      assert.deepEqual(told({ ...POINT, probed: time }), ["impossible-time /probed"]);
      assert.deepEqual(toldOf({ checked: time }), ["impossible-time /findings/0/checked"]);
      assert.deepEqual(toldOf({ synced: time }), ["impossible-time /findings/0/synced"]);
    });

  for (const time of ["lately", "2026-11-21T4:30Z", "2026-11-21T04:30:00+01:00", ""])
    test(`refuses "${time}" for a time`, () => {
      assert.deepEqual(told({ ...POINT, probed: time }), ["bad-pattern /probed"]);
    });

  test("refuses a second finding about a mirror: it would have two votes", () => {
    const other = { url_prefix: "https://n.example/" };
    assert.deepEqual(toldOf({}, other, { verdict: "down" }), ["duplicate-finding /findings/2/url_prefix"]);
  });

  test("refuses a file that has no findings: nobody was asked", () => {
    assert.deepEqual(toldOf(), ["no-findings /findings"]);
  });

  for (const vantage of ["", "a b", "fra1+nyc1", "x".repeat(65), "fra1\n"])
    test(`refuses ${JSON.stringify(vantage.slice(0, 12))} for the name of a place`, () => {
      assert.deepEqual(told({ ...POINT, vantage }), ["bad-pattern /vantage"]);
    });

  test("takes anything without throwing, and gives findings only when nothing is wrong (seeded)", () => {
    const verdict = fc.oneof(fc.constantFrom("up", "down"), fc.jsonValue());
    const finding = fc.record({ url_prefix: fc.jsonValue(), verdict, lacks: fc.jsonValue(), checked: fc.jsonValue() });
    const value = fc.record({ vantage: fc.jsonValue(), probed: fc.jsonValue(), findings: fc.array(finding) });
    const check = (data: unknown): void => {
      const { point, problems } = readFindings(JSON.stringify(data), "x.json", NOW);
      assert.notEqual(point === undefined, problems.length === 0);
    };
    fc.assert(fc.property(fc.oneof(value, fc.jsonValue()), check), { seed: 20261121, numRuns: 40 });
  });
});
