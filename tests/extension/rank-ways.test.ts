import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type Abilities, countRoom, rankWays, type Way } from "../../src/extension/ways/rank-ways.ts";

const GIB = 2 ** 30;

const CHROMIUM: Abilities = {
  ...{ hasStorage: true, room: 2 * GIB, hasPicker: true, hasFilter: false },
  hasPieces: true,
};
const FIREFOX: Abilities = { ...CHROMIUM, hasPicker: false, hasFilter: true };

const CASES: readonly (readonly [string, Abilities, readonly Way[]])[] = [
  ["outlives a restart where there is room for two copies", CHROMIUM, ["storage", "file", "browser"]],
  ["writes to a picked place where there is room for one", { ...CHROMIUM, room: 2 * GIB - 1 }, ["file", "browser"]],
  ["keeps pieces in Firefox, too", FIREFOX, ["storage", "stream", "browser"]],
  ["heals what Firefox downloads without room for two copies", { ...FIREFOX, room: 0 }, ["stream", "browser"]],
  ["heals what Firefox downloads in a private window", { ...FIREFOX, hasStorage: false }, ["stream", "browser"]],
  ["leaves it to the browser when no pieces are known", { ...FIREFOX, hasPieces: false }, ["browser"]],
];

suite("the best way to get a file", () => {
  for (const [name, abilities, ways] of CASES)
    test(name, () => assert.deepEqual(rankWays(abilities, countRoom(GIB, 0)), ways));

  test("stays the same for a download that has begun, whose first copy has its place", () => {
    const [way] = rankWays({ ...CHROMIUM, room: GIB }, countRoom(GIB, 1));
    assert.equal(way, "storage");
  });
});
