import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { isGreaterSerial, raiseSerial } from "../../../src/ops/dns/raise-serial.ts";
import { renderSerially } from "../../../src/ops/dns/render-serially.ts";
import { ZONE } from "../../../src/ops/dns/zone.ts";
import { sampleMember, samplePool } from "./sample-fallback.ts";

const NOW = new Date("2026-11-21T04:30:00Z");

const serials = fc.integer({ min: 0, max: 2 ** 32 - 1 });

suite("a serial", () => {
  for (const [previous, style, expected] of [
    [undefined, "date", 2026112101],
    [undefined, "time", 1795235400],
    [2026112008, "date", 2026112101],
    [2026112101, "date", 2026112102],
    [2026112199, "date", 2026112200],
    [2030010101, "date", 2030010102],
    [1795235399, "time", 1795235400],
    [1795235400, "time", 1795235401],
    [2026112101, "time", 2026112102],
    [5, "date", 2026112101],
    [4294967295, "date", 2026112101],
    [4294967295, "time", 1795235400],
    [4000000000, "date", 4000000001],
  ] as const)
    test(`by ${style} follows ${previous ?? "nothing"} with ${expected}`, () => {
      assert.equal(raiseSerial(previous, NOW, style), expected);
    });

  test("goes on from what lies beyond half of the circle, and passes over 0", () => {
    assert.equal(raiseSerial(2026112101 + 2 ** 31, NOW, "date"), 2026112102 + 2 ** 31);
    assert.equal(raiseSerial(2 ** 32 - 1, new Date(0), "time"), 1);
  });

  test("is always greater than the one before, by RFC 1982", () => {
    fc.assert(
      fc.property(
        serials,
        fc.constantFrom("date", "time"),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
        (previous, style, now) => {
          const next = raiseSerial(previous, now, style);
          assert.ok(isGreaterSerial(next, previous) && next > 0 && next < 2 ** 32, `${previous} -> ${next}`);
        },
      ),
      { numRuns: 1000, seed: 4 },
    );
  });

  test("stays, with the whole text, while nothing else changes", () => {
    const options = { now: NOW, style: "date" } as const;
    const pool = samplePool();
    const { text } = renderSerially(ZONE, pool, { ...options, previous: undefined });
    const later = { ...options, now: new Date("2027-01-01T00:00:00Z"), previous: text };
    assert.equal(renderSerially(ZONE, pool, later).text, text);
    const changed = samplePool({ members: [sampleMember(1)] });
    assert.match(renderSerially(ZONE, changed, later).text, / 2027010101 /);
    assert.match(renderSerially(ZONE, changed, { ...options, previous: text }).text, / 2026112102 /);
  });

  for (const [name, text, serial] of [
    ["our own text", "dl.example.\t60\tIN\tSOA\tns1.example. a.example. 2026112101 3600 900 1209600 60\n", 2026112101],
    ["brackets over lines", "@ IN SOA ns1 host (\n  7 ; serial 9\n 1 1 1 1 )", 7],
    ["brackets at once", "@ SOA ( ns1 host\n 4294967295 1 1 1 1 )", 4294967295],
    ["lower case", "@ in soa ns1 host 12 1 1 1 1", 12],
    ["a comment only", "; SOA a b 5\n", undefined],
    ["too large a number", "@ SOA a b 4294967296 1 1 1 1", undefined],
    ["no zone at all", "hello", undefined],
  ] as const)
    test(`is found in ${name}`, () => {
      assert.equal(ZONE.findSerial?.(text), serial);
    });
});
