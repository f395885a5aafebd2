import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { makeDnsPool } from "../../ops/dns/dns-pool-sample.ts";
import { CHECKED_POOLS } from "./checked-pools.ts";
import { MANY, POWERDNS, PROGRAMS } from "./powerdns-engine.ts";
import { makePowerdnsLab, type PowerdnsLab } from "./powerdns-lab.ts";

suite("pdnsutil", POWERDNS, () => {
  let lab: PowerdnsLab;
  before(async () => {
    lab = await makePowerdnsLab(PROGRAMS);
  });
  after(() => lab.folder.remove());

  const pools: Readonly<Record<string, DnsPool>> = {
    ...CHECKED_POOLS,
    "forty members": makeDnsPool({ members: MANY }),
  };
  for (const [what, pool] of Object.entries(pools)) {
    for (const health of ["engine", "none"] as const) {
      test(`accepts ${what} without a warning, health: ${health}`, async () => {
        await lab.write(pool, health);
        const { code, words } = lab.check(pool.zone.origin);
        assert.equal(code, 0, words);
        assert.match(words, /, 0 errors, 0 warnings\./);
      });
    }
  }

  test("refuses what is wrong, so that the others mean something", async () => {
    const pool = makeDnsPool();
    await lab.write(pool);
    await lab.folder.write("zone", "example.org. 60 IN SOA a. b. 1 2 3 4 5\ndl.example.org. 60 IN A 192.0.2.999\n");
    assert.equal(lab.check("example.org").code, 1);
  });
});
