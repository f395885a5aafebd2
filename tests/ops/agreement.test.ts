import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { hasPath, isMirror, isUrlPrefix, orderMirrors, readPool, sessionDraw } from "../../src/core/index.ts";
import { checkPool, type PoolCheck } from "../../src/ops/index.ts";
import { POOLS } from "../core/vectors.ts";
import { entries, pools, prefixes } from "./hostile-pools.ts";

const FILE = "mirrors.json";

/** The value as it comes out of a file, and its strict check. */
function write(data: unknown): { value: unknown; check: PoolCheck } {
  const text = (JSON.stringify(data) as string | undefined) ?? "null";
  return { value: JSON.parse(text), check: checkPool(text, { file: FILE }) };
}

/** Tells whether the strict check takes address and weight of an entry: an address that is right may still be refused for what it means. */
function isTaken({ problems }: PoolCheck, index: number): boolean {
  const place = new RegExp(`^/mirrors/${index}(/url_prefix|/weight)?$`);
  const meanings = ["unreachable-host", "duplicate-mirror"];
  return !problems.some(({ code, pointer }) => place.test(pointer) && !meanings.includes(code));
}

test("keeps in the reader whatever the strict check accepts: mirrors, weights and fallback", () => {
  let accepted = 0;
  fc.assert(
    fc.property(pools, (data) => {
      const { value, check } = write(data);
      if (!check.pool) return;
      accepted++;
      const { pool, problems } = readPool(value);
      assert.deepEqual(problems, []);
      assert.equal(pool?.fallback_prefix, check.pool.fallback_prefix);
      assert.deepEqual(
        pool?.mirrors.map(({ url_prefix, weight, country }) => [url_prefix, weight, country]),
        check.pool.mirrors.map(({ url_prefix, weight, country }) => [url_prefix, weight, country]),
      );
    }),
    { numRuns: 3000, seed: 1 },
  );
  assert.ok(accepted > 300, `only ${accepted} pools were accepted: the property says little`);
});

test("agrees with the reader on each url_prefix and weight", () => {
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(entries, (entry) => {
      const { value, check } = write({ mirrors: [{ url_prefix: "https://good.example/", weight: 1 }, entry] });
      const [, read] = (value as { mirrors: unknown[] }).mirrors;
      seen[isTaken(check, 1) ? "taken" : "refused"]++;
      assert.equal(isMirror(read), isTaken(check, 1));
    }),
    { numRuns: 5000, seed: 2 },
  );
  assert.ok(seen.taken > 100 && seen.refused > 100, JSON.stringify(seen));
});

test("agrees with the reader on each url_prefix and weight of the vectors", () => {
  let compared = 0;
  for (const { name, data, strict_code } of POOLS) {
    const { mirrors } = Object(data) as { mirrors?: unknown };
    if (!Array.isArray(mirrors) || strict_code === "blueprint-format") continue;
    const { check } = write(data);
    mirrors.forEach((entry: unknown, index) => {
      compared++;
      assert.equal(isMirror(entry), isTaken(check, index), `${name} ${index}`);
    });
  }
  assert.ok(compared > POOLS.length, String(compared));
});

test("refuses an address that stands twice, whatever the weights, where the reader keeps the heaviest", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (one, other) => {
      const url_prefix = "https://m.example/";
      const { value, check } = write({ mirrors: [one, other].map((weight) => ({ url_prefix, weight })) });
      assert.deepEqual(
        check.problems.map(({ code }) => code),
        ["duplicate-mirror"],
      );
      assert.deepEqual(readPool(value).pool?.mirrors, [{ url_prefix, weight: Math.max(one, other) }]);
    }),
    { numRuns: 200, seed: 3 },
  );
});

test("throws nowhere in the core, whatever a list holds", () => {
  const path = fc.oneof(fc.constantFrom("os/image.iso", ""), fc.string());
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 5 }), path, (mirrors, name) => {
      const right = mirrors.filter((entry) => isMirror(entry));
      for (const mirror of right) assert.equal(typeof hasPath(mirror, name), "boolean");
      assert.ok(orderMirrors(right, sessionDraw("key"), name).every(({ weight }) => weight > 0));
      for (const { lacks = [] } of readPool({ mirrors }).pool?.mirrors ?? [])
        assert.ok(lacks.every((beginning) => typeof beginning === "string"));
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test("accepts in the schema's pattern every prefix that is right", () => {
  const schema = JSON.parse(readFileSync("mirrors/mirrors.schema.json", "utf8")) as {
    definitions: { MaintainedMirror: { properties: { url_prefix: { pattern: string } } } };
  };
  const pattern = new RegExp(schema.definitions.MaintainedMirror.properties.url_prefix.pattern);
  fc.assert(
    fc.property(prefixes, (prefix) => {
      if (isUrlPrefix(prefix)) assert.match(prefix, pattern);
    }),
    { numRuns: 5000, seed: 5 },
  );
});
