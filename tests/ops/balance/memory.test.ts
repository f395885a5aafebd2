import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { BalanceMemory } from "../../../src/ops/balance/balance-memory.ts";
import { recallBalance } from "../../../src/ops/balance/recall-balance.ts";
import { rememberBalance } from "../../../src/ops/balance/remember-balance.ts";
import { takeTerm } from "../../../src/ops/balance/take-term.ts";
import { updateStatus } from "../../../src/ops/hysteresis.ts";

const START = Date.parse("2026-11-21T04:00:07Z");
const MINUTE = 60_000;
const NAMES = ["a", "b", "c"];

/** Takes a term as a run does: from what is remembered to what is remembered. */
function run(memory: BalanceMemory | undefined, minute: number, ...clients: readonly number[]) {
  const loads = clients.map((count, index) => ({ url_prefix: NAMES[index] ?? "", weight: 50, clients: count }));
  const state = takeTerm(recallBalance(memory), loads, {
    now: START + minute * MINUTE,
    counted: START + minute * MINUTE,
  });
  return { state, memory: rememberBalance(state) };
}

function shedOf({ state }: ReturnType<typeof run>): number[] {
  return state.term?.mirrors.map(({ shed }) => shed) ?? [];
}

suite("balancing over runs", () => {
  test("moves a sixth of the largest remembered excess in every term of a balance", () => {
    const first = run(undefined, 0, 800, 400);
    const second = run(first.memory, 10, 766, 434);
    const third = run(second.memory, 20, 732, 468);
    assert.deepEqual([first, second, third].map(shedOf), [
      [34, 0],
      [34, 0],
      [34, 0],
    ]);
    assert.deepEqual(third.memory?.mirrors[0]?.excesses, [200, 166, 132]);
    assert.equal(third.memory.began, first.memory?.began);
  });

  test("remembers nothing once nobody was saturated for six terms", () => {
    let { memory } = run(undefined, 0, 800, 400);
    for (let term = 1; term <= 5; term++) memory = run(memory, term * 10, 600, 600).memory;
    assert.deepEqual(memory?.mirrors, [{ url_prefix: "a", excesses: [200, 0, 0, 0, 0, 0] }]);
    assert.equal(run(memory, 60, 600, 600).memory, undefined);
  });

  test("takes a second run in the same term in the place of the first", () => {
    const first = run(undefined, 0, 800, 400);
    assert.deepEqual(run(first.memory, 1, 800, 400).memory, first.memory);
    assert.equal(run(first.memory, 4, 600, 600).memory, undefined);
  });

  test("finds a mirror broken that almost nobody came to, and keeps it out", () => {
    const first = run(undefined, 0, 800, 400, 0);
    const second = run(first.memory, 10, 740, 459, 1);
    const since = new Date(START + 10 * MINUTE).toISOString();
    assert.deepEqual(
      second.memory?.mirrors.map(({ broken_since }) => broken_since),
      [undefined, undefined, since],
    );
    const third = run(second.memory, 20, 700, 500, 0);
    assert.deepEqual(third.state.term?.mirrors[2]?.role, "broken");
    assert.equal(third.memory?.mirrors[2]?.broken_since, since);
  });

  test("finds a newcomer broken when it is the only one to move to", () => {
    const first = run(undefined, 0, 600, 600, 0);
    assert.deepEqual(
      run(first.memory, 10, 600, 600, 0).state.term?.mirrors.map(({ role }) => role),
      [...["full", "full", "broken"]],
    );
  });

  test("finds nobody broken when nobody moved anywhere, as when a list was not published", () => {
    const first = run(undefined, 0, 900, 100, 100);
    assert.ok(first.state.term?.mirrors.every(({ role }) => role !== "full"));
    const second = run(first.memory, 10, 900, 100, 100);
    assert.ok(second.state.memories.every(({ broken_since }) => broken_since === undefined));
  });

  test("judges nobody by a term that is long over, or by a clock that went back", () => {
    const { memory } = run(undefined, 0, 600, 600, 0);
    for (const minute of [16, -1])
      assert.ok(
        run(memory, minute, 600, 600, 0).state.memories.every(({ broken_since }) => broken_since === undefined),
      );
  });

  test("takes what is no time as long ago", () => {
    const memory = { term: "yesterday", mirrors: [{ url_prefix: "c", clients: 0, expected: 90 }] };
    assert.ok(rememberBalance(recallBalance(memory)) === undefined);
    assert.deepEqual(shedOf(run(memory, 0, 600, 600, 600)), [0, 0, 0]);
  });

  test("is kept by a probe", () => {
    const { memory } = run(undefined, 0, 800, 400);
    const weight_step = { taken: "2026-11-21T04:00:07Z", before: [{ url_prefix: "a", weight: 50 }] };
    const status = {
      version: 1,
      probed: "2026-11-21T04:00:00Z",
      mirrors: [],
      ...(memory && { balance: memory }),
      weight_step,
    };
    const round = { probed: "2026-11-21T05:00:00Z", vantagePoints: [] };
    const after = updateStatus(status, { findings: [], round, now: new Date(round.probed) });
    assert.deepEqual([after.balance, after.weight_step], [memory, weight_step]);
  });
});
