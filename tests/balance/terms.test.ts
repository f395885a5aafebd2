import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { type BalanceState, type MirrorLoad, NEW_BALANCE } from "../../src/balance/balance-state.ts";
import { countShed } from "../../src/balance/count-shed.ts";
import { isSaturated } from "../../src/balance/is-saturated.ts";
import { findCondemned } from "../../src/balance/judge-term.ts";
import { readOrders } from "../../src/balance/read-orders.ts";
import { stepBalance } from "../../src/balance/step-balance.ts";
import { findPhase } from "../../src/balance/term-phase.ts";
import { fairShares } from "../../src/balance/fair-shares.ts";
import { BALANCE } from "./balance-vectors.ts";

const MINUTE = 60_000;
const TERM = 10 * MINUTE;
const { timeline } = BALANCE;
const [start = 0, ...later] = timeline.moments.map(({ at }) => Date.parse(`2026-11-28T${at}Z`));

/** Moves whom a term tells to move to those that are expected to take them, as if every client followed. */
function followTerm({ term }: BalanceState, loads: readonly MirrorLoad[]): MirrorLoad[] {
  return loads.map((load, index) => {
    const { shed = 0, expected = 0 } = term?.mirrors[index] ?? {};
    return { ...load, clients: load.clients - shed + expected };
  });
}

interface Round {
  readonly state: BalanceState;
  readonly loads: readonly MirrorLoad[];
}

function runTerm({ state, loads }: Round, starts: number): Round {
  const begun = stepBalance(state, loads, starts);
  const moved = followTerm(begun, loads);
  return { state: stepBalance(begun, moved, starts + 9.5 * MINUTE), loads: moved };
}

function runTerms(loads: readonly MirrorLoad[], terms: number): Round[] {
  let round: Round = { state: NEW_BALANCE, loads };
  return Array.from({ length: terms }, (_, index) => (round = runTerm(round, start + index * TERM)));
}

function listSheds({ state }: Round): number[] {
  return state.term?.mirrors.map(({ shed }) => shed) ?? [];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

suite("saturation", () => {
  for (const { name, saturated, ...load } of BALANCE.saturation)
    test(`${saturated ? "is" : "is not"} reached by ${name}`, () => {
      assert.equal(isSaturated(load), saturated);
    });
});

suite("the clients moved in a term", () => {
  for (const { name, shed, ...inputs } of BALANCE.sheds)
    test(`are ${shed}: ${name}`, () => {
      assert.equal(countShed(inputs), shed);
    });
});

suite("a term", () => {
  const begun = stepBalance(NEW_BALANCE, timeline.mirrors, start);

  test(`closes, moves, opens, judges and ends on time: ${timeline.name}`, () => {
    const seen = timeline.moments.map(({ at }) => {
      const now = Date.parse(`2026-11-28T${at}Z`);
      const orders = readOrders(begun, { loads: timeline.mirrors, now });
      const takes = orders.map((order) => (order.takes === Infinity ? "all" : order.takes));
      return { at, phase: findPhase(now), takes, shed: orders.map(({ shed }) => shed) };
    });
    assert.deepEqual(seen, timeline.moments);
  });

  test("is begun once, judged once, and followed by the next", () => {
    const [, , , , , , , , next = 0] = later;
    const states = [start, ...later].reduce<BalanceState[]>(
      (all, now) => [...all, stepBalance(all.at(-1) ?? NEW_BALANCE, timeline.mirrors, now)],
      [],
    );
    assert.deepEqual(
      states.map(({ term }) => [term?.starts, term?.isJudged]),
      [...Array<[number, boolean]>(8).fill([start, false]), [start, true], [next, false]],
    );
  });

  test("that was not there from its beginning is waited out, and everyone is open", () => {
    const now = start + 3 * MINUTE;
    const state = stepBalance(NEW_BALANCE, timeline.mirrors, now);
    assert.equal(state, NEW_BALANCE);
    assert.ok(readOrders(state, { loads: timeline.mirrors, now }).every(({ takes }) => takes === Infinity));
  });

  test("gives all who are on their way room among those who are not saturated", () => {
    const now = start + 4 * MINUTE;
    const [, , c] = readOrders(begun, { loads: timeline.mirrors, waiting: 84, now });
    assert.equal(c?.takes, 542);
  });

  for (const { name, clients, broken } of BALANCE.judgements)
    test(`finds broken ${broken.includes(true) ? "who is" : "nobody"}: ${name}`, () => {
      const loads = timeline.mirrors.map((load, index) => ({ ...load, clients: clients[index] ?? 0 }));
      const judged = stepBalance(begun, loads, start + 9.5 * MINUTE);
      const condemned = findCondemned(begun, judged);
      assert.deepEqual(
        loads.map(({ url_prefix }) => condemned.includes(url_prefix)),
        broken,
      );
      if (!broken.includes(true)) return;
      assert.ok(judged.memories.every(({ excesses }) => excesses.length === 0));
      const after = stepBalance(judged, timeline.mirrors, start + TERM);
      assert.deepEqual(
        after.term?.mirrors.map(({ role, fair_share }) => [role, fair_share]),
        [
          ["full", 400],
          ["full", 600],
          ["broken", 0],
        ],
      );
      assert.deepEqual(
        readOrders(after, { loads, now: start + TERM }).map(({ takes }) => takes),
        [Infinity, Infinity, 0],
      );
    });

  test("trusts a count of those who came more than the growth", () => {
    const loads = timeline.mirrors.map((load) => ({ ...load, arrived: 84 }));
    const judged = stepBalance(begun, loads, start + 9.5 * MINUTE);
    assert.deepEqual(findCondemned(begun, judged), []);
  });

  test("finds nobody broken when everywhere half of the clients leave", () => {
    const loads = timeline.mirrors.map((load) => ({ ...load, clients: 350 }));
    const night = loads.map((load) => ({ ...load, clients: 175 }));
    const saturated = loads.map((load, index) => ({ ...load, clients: index === 0 ? 1000 : 350 }));
    const state = stepBalance(NEW_BALANCE, saturated, start);
    assert.deepEqual(findCondemned(state, stepBalance(state, night, start + 9.5 * MINUTE)), []);
  });
});

suite("a balance", () => {
  test(BALANCE.full_balance.name, () => {
    const rounds = runTerms(timeline.mirrors, 7);
    assert.deepEqual(
      rounds.slice(0, 6).map((round) => listSheds(round).slice(0, 2)),
      BALANCE.full_balance.sheds,
    );
    assert.ok(!rounds.at(-1)?.state.term?.isBalancing);
    assert.equal(rounds.at(-1)?.state.balance, undefined);
    assert.equal(rounds[0]?.state.balance, start);
  });

  test("remembers six terms and not a seventh", () => {
    const [a, b] = timeline.mirrors;
    assert.ok(a && b);
    const rounds = runTerms([{ ...a, clients: 1000, returned: 1000 }, b], 8);
    assert.ok(rounds.every(({ state }) => (state.memories[0]?.excesses.length ?? 0) <= 6));
    assert.equal(rounds.at(-1)?.state.memories[0]?.excesses.length, 6);
  });

  const load = fc.record({ weight: fc.integer({ min: 0, max: 1000 }), clients: fc.nat({ max: 5000 }) });
  const pools = fc
    .array(load, { minLength: 1, maxLength: 12 })
    .filter((loads) => loads.some(({ weight }) => weight > 0))
    .map((loads) => loads.map((one, index) => ({ ...one, url_prefix: `https://m${index}.example/` })));

  test("neither loses nor doubles a client, is over within 8 terms from any start, and stays so", () => {
    fc.assert(
      fc.property(pools, (loads) => {
        const rounds = runTerms(loads, 11);
        for (const round of rounds)
          assert.equal(sum(round.loads.map(({ clients }) => clients)), sum(loads.map(({ clients }) => clients)));
        assert.ok(rounds.slice(8).every(({ state }) => state.term?.isBalancing === false));
        assert.ok(rounds.every(({ state }) => state.memories.every((memory) => memory.broken_since === undefined)));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test("moves nobody in a pool that has its fair shares", () => {
    fc.assert(
      fc.property(pools, (loads) => {
        const shares = fairShares(loads, sum(loads.map(({ clients }) => clients)));
        const fair = loads.map((one, index) => ({ ...one, clients: shares[index] ?? 0 }));
        for (const round of runTerms(fair, 2)) assert.equal(sum(listSheds(round)), 0);
      }),
      { seed: 6 },
    );
  });
});
