import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { createSlots, type Slot } from "../../src/cli/probe/slots.ts";

const QUIET_MS = 1000;

/** Takes places one after the other and gives those that were granted so far. */
function takeMany(take: () => Promise<Slot>, count: number): Slot[] {
  const granted: Slot[] = [];
  for (let index = 0; index < count; index += 1) void take().then((slot) => granted.push(slot));
  return granted;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

suite("slots", () => {
  test("let so many work at once, and the next when one is done", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const granted = takeMany(createSlots({ count: 2, waiting: 9, quietMs: QUIET_MS }), 4);
    await settle();
    assert.equal(granted.length, 2);
    granted[0]?.release();
    granted[0]?.release();
    await settle();
    assert.equal(granted.length, 3);
  });

  test("let the next begin when those who work keep silent", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const granted = takeMany(createSlots({ count: 10, waiting: 20, quietMs: QUIET_MS }), 25);
    await settle();
    context.mock.timers.tick(QUIET_MS - 1);
    await settle();
    assert.equal(granted.length, 10);
    context.mock.timers.tick(1);
    await settle();
    assert.equal(granted.length, 20);
  });

  test("let only so many wait, and others in their stead when they are done", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const granted = takeMany(createSlots({ count: 2, waiting: 2, quietMs: QUIET_MS }), 9);
    for (const expected of [4, 4]) {
      await settle();
      context.mock.timers.tick(QUIET_MS);
      await settle();
      assert.equal(granted.length, expected);
    }
    granted[0]?.release();
    context.mock.timers.tick(QUIET_MS);
    await settle();
    assert.equal(granted.length, 5, "one waits in the place of the one that is done");
  });
});
