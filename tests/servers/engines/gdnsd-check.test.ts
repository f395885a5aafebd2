import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { makeDnsPool, makeMember } from "../../ops/dns/dns-pool-sample.ts";
import { CHECKED_POOLS } from "./checked-pools.ts";
import { findEngine } from "./find-engine.ts";
import { type GdnsdLab, makeGdnsdLab } from "./gdnsd-lab.ts";

const GDNSD = findEngine("gdnsd", ["gdnsd"]);

suite("gdnsd's own check", { skip: GDNSD.skip }, () => {
  let lab: GdnsdLab;
  before(async () => {
    lab = await makeGdnsdLab(GDNSD.path);
  });
  after(() => lab.folder.remove());

  const pools: Readonly<Record<string, DnsPool>> = {
    ...CHECKED_POOLS,
    "one IPv6 address": makeDnsPool({ members: [makeMember("a.example", 1000, { aaaa: ["2001:db8::1"] })] }),
    "a TTL of a second": makeDnsPool({ ttl: 1 }),
    "a TTL of a day": makeDnsPool({ ttl: 86_400 }),
  };
  for (const [what, pool] of Object.entries(pools)) {
    for (const health of [undefined, "engine", "none"] as const) {
      test(`accepts ${what}, health: ${health ?? "as it suits"}`, async () => {
        await lab.write(pool, health);
        const { code, words } = lab.check();
        assert.equal(code, 0, words);
      });
    }
  }

  test("refuses what is wrong, so that the others mean something", async () => {
    await lab.write(makeDnsPool());
    await lab.folder.write("zones/example.org", "example.org. 60 IN SOA a. b. 1 2 3 4 5\n");
    assert.equal(lab.check().code, 42);
  });
});
