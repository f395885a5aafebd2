import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { sessionDraw } from "../../../src/core/session.ts";
import { DEFAULT_LIMITS } from "../../../src/verify/download/download-limits.ts";
import { createMirrorState, type MirrorState } from "../../../src/verify/download/mirror-state.ts";
import { createSlots, orderSlots, type Slot } from "../../../src/verify/download/slot.ts";
import { visitDraw } from "../../../src/verify/visit-draw.ts";

const SESSIONS = 20_000;

type Weights = Readonly<Record<string, number>>;

function listStates(weights: Weights): MirrorState[] {
  return Object.entries(weights).map(([name, weight]) =>
    createMirrorState({ url_prefix: `https://${name}.example/`, weight }),
  );
}

/** Gives the mirrors of the second slot, session by session, before and after the pool changed. */
function watchSecond(before: Weights, after: Weights): (readonly [string | undefined, string | undefined])[] {
  return Array.from({ length: SESSIONS }, (_, key) => {
    const slots = createSlots(sessionDraw(`session ${key}`), DEFAULT_LIMITS);
    const [was, is] = [before, after].map((weights) => {
      orderSlots(slots, listStates(weights), "");
      return slots[1]?.order[0]?.mirror.url_prefix.slice("https://".length, -".example/".length);
    });
    return [was, is];
  });
}

function nameOrder({ order }: Slot): string[] {
  return order.map(({ mirror }) => mirror.url_prefix.slice("https://".length, -".example/".length));
}

/** Gives the orders of all slots, visit by visit, of visitors who tried some mirrors before. */
function orderTried(weights: Weights, tried: readonly string[]): string[][][] {
  const prefixes = tried.map((name) => `https://${name}.example/`);
  return Array.from({ length: SESSIONS }, (_, key) => {
    const slots = createSlots(visitDraw({ key: `visit ${key}`, tried: prefixes }), DEFAULT_LIMITS);
    orderSlots(slots, listStates(weights), "");
    return slots.map(nameOrder);
  });
}

/** Four standard deviations. */
function assertShare(share: number, due: number, words: string): void {
  assert.ok(Math.abs(share - due) <= 4 * Math.sqrt((due * (1 - due)) / SESSIONS), `${words} ${share}, due are ${due}`);
}

function assertShares(visits: readonly string[][][], place: number, due: Weights): void {
  for (const slot of [0, 1])
    for (const [name, weight] of Object.entries(due)) {
      const share = visits.filter((orders) => orders[slot]?.at(place) === name).length / SESSIONS;
      assertShare(share, weight, `${name} at ${place} in slot ${slot} has`);
    }
}

suite("the slots of a visitor who tried some mirrors", () => {
  test("are all the other mirrors', by weight, and come to the tried ones last, by weight too", () => {
    const visits = orderTried({ a: 100, b: 50, c: 50, d: 20, e: 10 }, ["a", "e"]);
    assertShares(visits, 0, { a: 0, b: 50 / 120, c: 50 / 120, d: 20 / 120, e: 0 });
    assertShares(visits, 3, { a: 100 / 110, b: 0, c: 0, d: 0, e: 10 / 110 });
  });

  test("are the one mirror's that is left", () => {
    assertShares(orderTried({ a: 100, b: 50, c: 50 }, ["a", "c"]), 0, { a: 0, b: 1, c: 0 });
  });

  test("are by weight where all were tried", () => {
    assertShares(orderTried({ a: 100, b: 50, c: 50 }, ["a", "b", "c"]), 0, { a: 0.5, b: 0.25, c: 0.25 });
  });
});

suite("a download's second slot", () => {
  test("stays where it is when a mirror comes", () => {
    const moves = watchSecond({ a: 50, b: 50 }, { a: 50, b: 50, c: 100 });
    assert.ok(moves.every(([was, is]) => was === is));
  });

  test("is drawn by weight when mirrors come to the only one", () => {
    const moves = watchSecond({ a: 50 }, { a: 50, b: 50, c: 50 });
    const share = moves.filter(([, is]) => is === "a").length / SESSIONS;
    const due = 50 / 150;
    assert.ok(Math.abs(share - due) <= 4 * Math.sqrt((due * (1 - due)) / SESSIONS), `a has ${share}, due are ${due}`);
  });

  test("moves from no mirror but the one that leaves", () => {
    const moves = watchSecond({ a: 50, b: 50, c: 50 }, { b: 50, c: 50 });
    assert.ok(moves.every(([was, is]) => (was === "a" ? is !== "a" : is === was)));
  });

  test("leaves a relieved mirror in just the part that is due", () => {
    const moves = watchSecond({ a: 50, b: 50, c: 50 }, { a: 25, b: 50, c: 50 });
    assert.ok(moves.every(([was, is]) => was === "a" || is === was));
    const share = moves.filter(([, is]) => is === "a").length / SESSIONS;
    const due = 25 / 125;
    assert.ok(Math.abs(share - due) <= 4 * Math.sqrt((due * (1 - due)) / SESSIONS), `a has ${share}, due are ${due}`);
  });
});
