import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type BalanceState, NEW_BALANCE } from "../../src/balance/balance-state.ts";
import { findCondemned } from "../../src/balance/judge-term.ts";
import { readOrders } from "../../src/balance/read-orders.ts";
import { stepBalance } from "../../src/balance/step-balance.ts";
import { findPhase } from "../../src/balance/term-phase.ts";
import { BALANCE } from "./balance-vectors.ts";

const MINUTE = 60_000;
const TERM = 10 * MINUTE;
const { timeline } = BALANCE;
const [start = 0, ...later] = timeline.moments.map(({ at }) => Date.parse(`2026-11-28T${at}Z`));

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

  test("leads whoever comes in the pause to mirrors with room, and takes them back where they reach none", () => {
    const orders = readOrders(begun, { loads: timeline.mirrors, now: start + 7 * MINUTE });
    assert.deepEqual(
      orders.map(({ takes, room }) => [takes, room]),
      [
        [Infinity, 0],
        [Infinity, 0],
        [Infinity, 500],
      ],
    );
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
