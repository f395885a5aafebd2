import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findNameCollisions, mergeReleases, namePiecesFile } from "../../src/ops/merge-releases.ts";
import type { ReleaseFile } from "../../src/verify/releases.ts";

const entry = (path: string, size = 1): ReleaseFile => ({ path, size, sha256: "0".repeat(64) });

suite("mergeReleases", () => {
  test("begins a list", () => {
    assert.deepEqual(mergeReleases(undefined, [entry("a")]), { version: 1, files: [entry("a")] });
  });

  test("replaces the entry of the same path in its place, and keeps the rest of the list", () => {
    const before = { $schema: "./s.json", version: 1, files: [entry("a"), entry("b"), entry("c")] };
    assert.deepEqual(mergeReleases(before, [entry("d", 2), entry("b", 2)]), {
      ...before,
      files: [entry("a"), entry("b", 2), entry("c"), entry("d", 2)],
    });
  });

  test("loses no path and repeats none, whatever comes", () => {
    const paths = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 8 });
    const property = fc.property(paths, paths, (before, added) => {
      const merged = mergeReleases(
        { version: 1, files: before.map((path) => entry(path)) },
        added.map((path) => entry(path, 2)),
      );
      assert.deepEqual(
        merged.files.map(({ path }) => path),
        [...new Set([...before, ...added])],
      );
      assert.ok(merged.files.every(({ path, size }) => (size === 2) === added.includes(path)));
    });
    fc.assert(property, { seed: 5854 });
  });
});

suite("findNameCollisions", () => {
  test("finds two files that would keep their piece hashes in one", () => {
    const files = [entry("os/1.0/os.img"), entry("os/1.0/other.img"), entry("os/1.1/os.img")];
    const problems = findNameCollisions({ files }, "releases.json");
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["same-name", "/files/2/path"]],
    );
    assert.equal(namePiecesFile("os/1.1/os.img"), "os.img.pieces");
  });
});
