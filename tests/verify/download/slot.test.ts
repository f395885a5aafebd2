import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { sessionDraw } from "../../../src/core/session.ts";
import { DEFAULT_LIMITS } from "../../../src/verify/download/download-limits.ts";
import { createMirrorState, type MirrorState } from "../../../src/verify/download/mirror-state.ts";
import { createSlots, orderSlots } from "../../../src/verify/download/slot.ts";

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
