import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { type BalanceState, type MirrorLoad, NEW_BALANCE } from "../../src/balance/balance-state.ts";
import { fairShares } from "../../src/balance/fair-shares.ts";
import { stepBalance } from "../../src/balance/step-balance.ts";
import { BALANCE } from "./balance-vectors.ts";

const MINUTE = 60_000;
const TERM = 10 * MINUTE;
const { timeline } = BALANCE;
const start = Date.parse(`2026-11-28T${timeline.moments[0]?.at ?? ""}Z`);

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
