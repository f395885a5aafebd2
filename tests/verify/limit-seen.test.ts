import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { limitSeen } from "../../src/verify/limit-seen.ts";

const CAME = new Date("2026-11-28T12:00:00Z");

suite("the time of a list that was seen", () => {
  for (const [name, generated, seen] of [
    ["is the list's own", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z"],
    ["may be some hours ahead, as clocks are", "2026-11-29T11:00:00Z", "2026-11-29T11:00:00Z"],
    ["is at most a day after the list came", "2062-01-01T00:00:00Z", "2026-11-29T12:00:00.000Z"],
    ["is at most that where the list's own is none", "soon", "2026-11-29T12:00:00.000Z"],
  ] as const)
    test(name, () => assert.equal(limitSeen(generated, CAME), seen));
});
