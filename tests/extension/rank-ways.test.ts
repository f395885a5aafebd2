import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type Abilities, countRoom, rankWays, type Way } from "../../src/extension/ways/rank-ways.ts";

const GIB = 2 ** 30;

const ALL: Abilities = { hasStorage: true, room: 2 * GIB, hasPicker: true, hasHosts: true, hasPieces: true };

const CASES: readonly (readonly [string, Partial<Abilities>, readonly Way[]])[] = [
  ["outlives a restart where there is room for two copies", {}, ["storage", "file", "browser"]],
  ["writes to a picked place where there is room for one", { room: 2 * GIB - 1 }, ["file", "browser"]],
  ["keeps pieces where no place can be picked, as in Firefox", { hasPicker: false }, ["storage", "browser"]],
  ["leaves it to the browser without room", { hasPicker: false, room: 0 }, ["browser"]],
  ["leaves it to the browser in a private window", { hasPicker: false, hasStorage: false }, ["browser"]],
  ["leaves it to the browser when the mirrors may not be asked", { hasHosts: false }, ["browser"]],
  ["leaves it to the browser when no pieces are known", { hasPieces: false }, ["browser"]],
];

suite("the best way to get a file", () => {
  for (const [name, abilities, ways] of CASES)
    test(name, () => assert.deepEqual(rankWays({ ...ALL, ...abilities }, countRoom(GIB, 0)), ways));

  test("stays the same for a download that has begun, whose first copy has its place", () => {
    const [way] = rankWays({ ...ALL, room: GIB }, countRoom(GIB, 1));
    assert.equal(way, "storage");
  });
});
