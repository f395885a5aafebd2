import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { ZONE } from "../../../src/ops/dns/zone.ts";
import { sampleMember, samplePool } from "../../ops/dns/sample-fallback.ts";
import { assertShares, queryShares } from "./query-shares.ts";
import type { Engine } from "./start-engine.ts";
import { makeZoneLab, type ZoneLab } from "./zone-lab.ts";
import { ZONE_SERVERS } from "./zone-servers.ts";

const SERIAL = 2_026_112_101;
const TIMES = 2_000;

const POOL = samplePool({
  members: [
    sampleMember(1, { aaaa: ["2001:db8:a::1", "2001:db8:a::2"] }),
    sampleMember(2, { a: ["198.51.100.20", "198.51.100.21"], weight: 500 }),
    sampleMember(3, { a: [], aaaa: ["2001:db8::c"] }),
    sampleMember(4),
  ],
});
const A = ["192.0.2.1", "192.0.2.4", "198.51.100.20", "198.51.100.21"];
const AAAA = ["2001:db8::c", "2001:db8:a::1", "2001:db8:a::2"];

function render(pool: DnsPool = POOL): string {
  return ZONE.render(pool, { serial: SERIAL }).text;
}

for (const server of ZONE_SERVERS) {
  suite(`a zone on ${server.name}`, { skip: server.skip }, () => {
    let lab: ZoneLab;
    let engine: Engine;
    before(async () => {
      lab = await makeZoneLab(server, POOL.zone.origin);
      engine = await lab.start(render());
    });
    after(async () => {
      await engine.stop();
      await lab.folder.remove();
    });

    test("passes the server's own check, which refuses a broken one", async () => {
      const { code, words } = await lab.check(render());
      assert.equal(code, 0, words);
      assert.equal((await lab.check(render().replace("192.0.2.4", "192.0.2.400"))).code, 1);
    });

    test("passes it with a pool below the zone's name, and one of many members", async () => {
      const members = Array.from({ length: 64 }, (_, index) => sampleMember(index + 1));
      for (const pool of [samplePool({ members }), { ...POOL, name: `a.b-1.${POOL.zone.origin}` }]) {
        const { code, words } = await lab.check(render(pool));
        assert.equal(code, 0, words);
      }
    });

    test("answers every record, with its TTL", async () => {
      const { resolver } = lab;
      const a = await resolver.resolve4(POOL.name, { ttl: true });
      const aaaa = await resolver.resolve6(POOL.name, { ttl: true });
      assert.deepEqual(a.map(({ address }) => address).sort(), A);
      assert.deepEqual(aaaa.map(({ address }) => address).sort(), AAAA);
      assert.deepEqual([...new Set([...a, ...aaaa].map(({ ttl }) => ttl))], [60]);
      assert.deepEqual((await resolver.resolveNs(POOL.zone.origin)).sort(), POOL.zone.nameservers);
      const { serial, nsname, minttl } = await resolver.resolveSoa(POOL.zone.origin);
      assert.deepEqual({ serial, nsname, minttl }, { serial: SERIAL, nsname: "ns1.dns.example", minttl: 60 });
    });

    test(`gives each address the same share of first places in ${TIMES} answers`, async () => {
      const ask = async (): Promise<string> => (await lab.resolver.resolve4(POOL.name))[0] ?? "";
      assertShares(await queryShares(TIMES, ask), Object.fromEntries(A.map((address) => [address, 1])));
    });
  });
}
