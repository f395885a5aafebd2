import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { makeDnsPool } from "../../ops/dns/dns-pool-sample.ts";
import type { DnsAsker } from "./ask-dns.ts";
import { findEngine } from "./find-engine.ts";
import { findFreePort } from "./find-free-port.ts";
import { type GdnsdLab, makeGdnsdLab } from "./gdnsd-lab.ts";
import { assertShares } from "./query-shares.ts";
import type { Engine } from "./start-engine.ts";
import { type StandInMirrors, startMirrors } from "./stand-in-mirrors.ts";
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

const GDNSD = findEngine("gdnsd", ["gdnsd"]);

suite("gdnsd with the probe's states", { skip: GDNSD.skip }, () => {
  const pool = makeDnsPool({ members: MEMBERS, checkUrl: `https://${NAME}/os/` });
  const withDown = (...hosts: readonly string[]): DnsPool => ({
    ...pool,
    members: pool.members.map((member) => ({ ...member, isHealthy: !hosts.includes(member.host) })),
  });
  let lab: GdnsdLab;
  let engine: Engine & DnsAsker;
  before(async () => {
    lab = await makeGdnsdLab(GDNSD.path);
    await lab.write(pool);
    await lab.writeStates(pool);
    engine = await lab.start();
  });
  after(async () => {
    await engine.stop();
    await lab.folder.remove();
  });

  test("draws members by weight and answers all addresses of one, with the pool's TTL", async () => {
    assertShares(await countAnswers(engine, "a", TIMES), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
    assertShares(await countAnswers(engine, "aaaa", TIMES), { "2001:db8:a::10": 50, "2001:db8:b::20": 30 });
    assert.deepEqual(new Set(await engine.askTtls(NAME, "aaaa")), new Set([60]));
  });

  test("a member that the probe found down leaves, and comes back", async () => {
    await lab.writeStates(withDown("beta.example"));
    await waitUntil("beta has left", async () => !(await isAnswered(engine, BETA)));
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [GAMMA]: 20 });
    assert.equal(await engine.ask(NAME, "aaaa"), "2001:db8:a::10");
    await lab.writeStates(pool);
    await waitUntil("beta is back", () => isAnswered(engine, BETA));
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
  });

  test("dead members are not brought back as long as any weight is up", async () => {
    await lab.writeStates(withDown("alpha.example", "beta.example"));
    await waitUntil(
      "gamma is alone",
      async () => !(await isAnswered(engine, ALPHA)) && !(await isAnswered(engine, BETA)),
    );
    assertShares(await countAnswers(engine), { [GAMMA]: 1 });
  });

  test("gdnsd finds nothing odd in the files", () => {
    assert.doesNotMatch(engine.log(), /^(warning|error|fatal)/m);
  });
});

suite("gdnsd that asks members itself", { skip: GDNSD.skip }, () => {
  let lab: GdnsdLab;
  let mirrors: StandInMirrors;
  let engine: Engine & DnsAsker;
  before(async () => {
    lab = await makeGdnsdLab(GDNSD.path);
    mirrors = await startMirrors(ADDRESSES, await findFreePort());
    const members = MEMBERS.map((member) => ({ ...member, aaaa: [] }));
    await lab.write(makeDnsPool({ members, checkUrl: `http://${NAME}:${mirrors.port}/os/alive.txt` }));
    engine = await lab.start();
  });
  after(async () => {
    await engine.stop();
    await mirrors.close();
    await lab.folder.remove();
  });

  test("asks every address for the file, under the pool's name", () => {
    assert.ok(mirrors.requests().length >= 4);
    assert.deepEqual(new Set(mirrors.requests()), new Set([`${NAME} /os/alive.txt`]));
  });

  test("a member that fails leaves, and comes back", async () => {
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [BETA]: 30, [GAMMA]: 20 });
    mirrors.answer(BETA, 503);
    await waitUntil("beta has left", async () => !(await isAnswered(engine, BETA)));
    assertShares(await countAnswers(engine), { [ALPHA]: 50, [GAMMA]: 20 });
    mirrors.answer(BETA, 200);
    await waitUntil("beta is back", () => isAnswered(engine, BETA));
  });
});

suite("gdnsd with one weight above 0", { skip: GDNSD.skip }, () => {
  test("answers that member alone", async () => {
    const lab = await makeGdnsdLab(GDNSD.path);
    await lab.write(makeDnsPool({ members: weighAlone("beta.example") }), "none");
    const engine = await lab.start();
    try {
      assertShares(await countAnswers(engine), { [BETA]: 1 });
    } finally {
      await engine.stop();
      await lab.folder.remove();
    }
  });
});
