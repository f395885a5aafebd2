import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { makeDnsPool } from "../../ops/dns/dns-pool-sample.ts";
import type { DnsAsker } from "./ask-dns.ts";
import { findFreePort } from "./find-free-port.ts";
import { MANY, POWERDNS, PROGRAMS } from "./powerdns-engine.ts";
import { makePowerdnsLab, type PowerdnsLab } from "./powerdns-lab.ts";
import { assertShares } from "./query-shares.ts";
import { type StandInMirrors, startMirrors } from "./stand-in-mirrors.ts";
import type { Engine } from "./start-engine.ts";
import { waitUntil } from "./wait-until.ts";
import {
  ADDRESSES,
  ALPHA,
  BETA,
  countAnswers,
  GAMMA,
  isAnswered,
  MEMBERS,
  NAME,
  TIMES,
  weighAlone,
} from "./weighted-members.ts";

/** Opens PowerDNS with a pool, and closes it again whatever comes. */
async function withPowerdns(pool: DnsPool, use: (engine: Engine & DnsAsker) => Promise<void>): Promise<void> {
  const lab = await makePowerdnsLab(PROGRAMS);
  await lab.write(pool, "none");
  const engine = await lab.start(pool);
  try {
    await use(engine);
  } finally {
    await engine.stop();
    await lab.folder.remove();
  }
}

suite("PowerDNS that asks nobody", POWERDNS, () => {
  test("draws members by weight and answers all addresses of one, with the pool's TTL", () =>
    withPowerdns(makeDnsPool({ members: MEMBERS }), async (engine) => {
      assertShares(await countAnswers(engine, "a", TIMES), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
      assertShares(await countAnswers(engine, "aaaa", TIMES), { "2001:db8:a::10": 50, "2001:db8:b::20": 30 });
      assert.deepEqual(new Set(await engine.askTtls(NAME, "aaaa")), new Set([60]));
    }));

  test("answers a member alone whose weight is the only one above 0", () =>
    withPowerdns(makeDnsPool({ members: weighAlone("beta.example") }), async (engine) => {
      assertShares(await countAnswers(engine), { [BETA]: 1 });
    }));

  test("a member that is down by our own probe is not there", () => {
    const members = MEMBERS.map((member) => ({ ...member, isHealthy: member.host !== "beta.example" }));
    return withPowerdns(makeDnsPool({ members }), async (engine) => {
      assertShares(await countAnswers(engine), { [ALPHA]: 50, [GAMMA]: 20 });
    });
  });

  test("a record of several strings keeps every name and address whole", () =>
    withPowerdns(makeDnsPool({ members: MANY }), async (engine) => {
      const weights = MANY.map(({ a, weight }) => [a.join("+"), weight] as const);
      assertShares(await countAnswers(engine, "a", TIMES), Object.fromEntries(weights));
    }));
});

suite("PowerDNS that asks members itself", POWERDNS, () => {
  let lab: PowerdnsLab;
  let mirrors: StandInMirrors;
  let engine: Engine & DnsAsker;
  before(async () => {
    lab = await makePowerdnsLab(PROGRAMS);
    mirrors = await startMirrors(ADDRESSES, await findFreePort());
    const pool = makeDnsPool({ members: MEMBERS, checkUrl: `http://${NAME}:${mirrors.port}/os/alive.txt` });
    mirrors.answer(GAMMA, 503);
    await lab.write(pool);
    engine = await lab.start(pool);
    // Before its first check PowerDNS answers all of them.
    await waitUntil("the first check is over", async () => !(await isAnswered(engine, GAMMA)));
  });
  after(async () => {
    await engine.stop();
    await mirrors.close();
    await lab.folder.remove();
  });

  test("a member that fails leaves and comes back, and the others keep their proportion", async () => {
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [BETA]: 30 });
    mirrors.answer(BETA, 404);
    await waitUntil("beta has left", async () => !(await isAnswered(engine, BETA)));
    assertShares(await countAnswers(engine), { [ALPHA]: 50 });
    mirrors.answer(BETA, 200);
    mirrors.answer(GAMMA, 200);
    await waitUntil("both are back", async () => (await isAnswered(engine, BETA)) && (await isAnswered(engine, GAMMA)));
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
  });

  test("a member keeps its share when one of its addresses fails", async () => {
    mirrors.answer("127.0.1.2", 503);
    await waitUntil("the address has left", async () => !(await isAnswered(engine, ALPHA)));
    assertShares(await countAnswers(engine), { "127.0.1.1": 50, [BETA]: 30, [GAMMA]: 20 });
    mirrors.answer("127.0.1.2", 200);
  });

  test("all are answered when none is up", async () => {
    for (const address of ADDRESSES.slice(0, 3)) mirrors.answer(address, 503);
    await waitUntil(
      "gamma is alone",
      async () =>
        !(await isAnswered(engine, "127.0.1.1")) &&
        !(await isAnswered(engine, ALPHA)) &&
        !(await isAnswered(engine, BETA)),
    );
    mirrors.answer(GAMMA, 503);
    await waitUntil("all are back", async () => (await isAnswered(engine, ALPHA)) && (await isAnswered(engine, BETA)));
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
  });

  test("it asks under the pool's name, for the file that the pool names", () => {
    assert.deepEqual(new Set(mirrors.requests()), new Set([`${NAME}:${mirrors.port} /os/alive.txt`]));
  });
});
