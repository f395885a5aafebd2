import assert from "node:assert/strict";
import { test } from "node:test";
import type * as Core from "../../src/core/index.ts";
import { mirrorsOf, POOLS, REWRITES, SESSIONS, SHARES } from "./vectors.ts";

type CoreModule = Pick<
  typeof Core,
  "readPool" | "rewriteUrl" | "rewriteToFallback" | "normalizeUrl" | "orderMirrors" | "sessionDraw" | "expectedShares"
>;

/** Registers a test for every vector, against one form of the core: its source, or a built one. */
export function testCoreVectors(form: string, core: CoreModule): void {
  for (const { name, data, usable, code, kept } of POOLS) {
    test(`${form}: reads the pool "${name}"`, () => {
      const { pool, problems } = core.readPool(data);
      assert.equal(pool !== undefined, usable);
      if (code)
        assert.ok(
          problems.some((problem) => problem.code === code),
          JSON.stringify(problems),
        );
      else assert.deepEqual(problems, []);
      if (kept)
        assert.deepEqual(
          pool?.mirrors.map(({ url_prefix }) => url_prefix),
          kept,
        );
    });
  }
  for (const { name, url, fallback_prefix, url_prefix, rewritten } of REWRITES) {
    test(`${form}: rewrites ${name}`, () => {
      const mirror = { url_prefix, weight: 1 };
      assert.equal(core.rewriteUrl(url, fallback_prefix, mirror) ?? null, rewritten);
      if (rewritten !== null)
        assert.equal(core.rewriteToFallback(rewritten, fallback_prefix, [mirror]), core.normalizeUrl(url));
    });
  }
  for (const { name, key, mirrors, draws, order } of SESSIONS) {
    test(`${form}: orders a session with ${name}`, () => {
      assert.deepEqual(mirrors.map(core.sessionDraw(key)), draws);
      assert.deepEqual(
        core.orderMirrors(mirrors, core.sessionDraw(key)).map(({ url_prefix }) => url_prefix),
        order,
      );
    });
  }
  for (const { name, weights, shares } of SHARES) {
    test(`${form}: gives the shares of ${name}`, () => {
      assert.deepEqual(core.expectedShares(mirrorsOf(weights)), shares);
    });
  }
}
