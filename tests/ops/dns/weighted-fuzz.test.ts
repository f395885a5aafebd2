import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { FORMATS, SERIAL } from "./render-weighted.ts";
import { hostilePools, isRefusal } from "./some-pools.ts";

/** What the hostile texts would do, if one came through. */
const HARM = /INCLUDE|include\{|os\.execute|options =>|^evil|\[\*x|7\*7|# comment|[^\n\t -~]/m;

for (const [name, format] of Object.entries(FORMATS)) {
  test(`${name} refuses hostile texts, or prints nothing of them`, () => {
    let refused = 0;
    const check = (pool: DnsPool): void => {
      try {
        assert.doesNotMatch(format.render(pool, { serial: SERIAL }).text, HARM);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refused++;
      }
    };
    fc.assert(fc.property(hostilePools, check), { numRuns: 500 });
    assert.ok(refused > 50 && refused < 500, `${refused} of 500 were refused`);
  });
}
