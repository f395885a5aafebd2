import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import fc from "fast-check";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { hostilePools, isRefusal, somePools } from "../../ops/dns/some-pools.ts";
import type { DnsAsker, Question } from "./ask-dns.ts";
import { findEngine } from "./find-engine.ts";
import { type GdnsdLab, makeGdnsdLab } from "./gdnsd-lab.ts";
import { makePowerdnsLab, type PowerdnsLab } from "./powerdns-lab.ts";
import type { Engine } from "./start-engine.ts";

const GDNSD = findEngine("gdnsd", ["gdnsd"]);
const SERVER = findEngine("pdns_server", ["pdns-server", "pdns-backend-bind"]);
const UTIL = findEngine("pdnsutil", ["pdns-server", "pdns-backend-bind"]);

/** Each run starts an engine, so there are few of them. */
const RUNS = { numRuns: 20, seed: 20 };

/** Half of the pools have something hostile in a place where it means something, the others only where nothing is made of it. */
const pools = fc.oneof(somePools, hostilePools);

/** Writes a pool; false when the renderer refuses it. */
async function isWritten(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function useEngine(engine: Engine & DnsAsker, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } finally {
    await engine.stop();
  }
}

/** Asks once, and fails unless the answer is all of the addresses of one member. */
async function assertAnswer({ ask }: DnsAsker, { name, members }: DnsPool, type: Question): Promise<void> {
  const sets = members.map((member) => [...member[type]].sort().join("+")).filter((set) => set !== "");
  const answer = await ask(name, type);
  assert.ok((sets.length > 0 ? sets : ["ENODATA"]).includes(answer), `${answer} is none of ${sets.join(" ")}`);
}

suite("hostile pools on gdnsd", { skip: GDNSD.skip }, () => {
  let lab: GdnsdLab;
  before(async () => {
    lab = await makeGdnsdLab(GDNSD.path);
  });
  after(() => lab.folder.remove());

  test("are refused, or it serves exactly the addresses that are given", { timeout: 600_000 }, async () => {
    const check = async (pool: DnsPool): Promise<void> => {
      if (!(await isWritten(lab.write(pool)))) return;
      const { code, words } = lab.check();
      assert.equal(code, 0, words);
      // Its own first round of http checks would wait for addresses that nobody has.
      await lab.write(pool, "probe");
      await lab.writeStates(pool);
      const engine = await lab.start();
      await useEngine(engine, async () => {
        assert.deepEqual(lab.listWatched().sort(), pool.members.flatMap(({ a, aaaa }) => [...a, ...aaaa]).sort());
        for (const type of ["a", "aaaa"] as const) await assertAnswer(engine, pool, type);
      });
    };
    await fc.assert(fc.asyncProperty(pools, check), RUNS);
  });
});

suite("hostile pools on PowerDNS", { skip: SERVER.skip || UTIL.skip }, () => {
  let lab: PowerdnsLab;
  before(async () => {
    lab = await makePowerdnsLab({ server: SERVER.path, util: UTIL.path });
  });
  after(() => lab.folder.remove());

  function listExpected({ name, ttl, zone: { origin, nameservers }, members }: DnsPool): string[] {
    const types = (["a", "aaaa"] as const).filter((type) => members.some((member) => member[type].length > 0));
    const records = types.map((type) => `${name} ${ttl} IN LUA ${type.toUpperCase()}`);
    return [`${origin} 60 IN SOA`, ...nameservers.map(() => `${origin} 3600 IN NS`), ...records];
  }

  test("are refused, or it serves exactly the addresses that are given", { timeout: 600_000 }, async () => {
    const check = async (pool: DnsPool): Promise<void> => {
      if (!(await isWritten(lab.write(pool)))) return;
      const { code, words } = lab.check(pool.zone.origin);
      assert.equal(code, 0, words);
      assert.deepEqual(lab.listRecords(pool.zone.origin).sort(), listExpected(pool).sort());
      const engine = await lab.start(pool);
      await useEngine(engine, async () => {
        for (const type of ["a", "aaaa"] as const) await assertAnswer(engine, pool, type);
      });
    };
    await fc.assert(fc.asyncProperty(pools, check), RUNS);
  });
});
