import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readReleases } from "../../src/verify/read-releases.ts";

const MOST = 1000;

function makeList(count: number): unknown {
  const files = Array.from({ length: count }, (_, index) => ({ path: `os/${index}`, size: 1, sha256: "0".repeat(64) }));
  return { version: 1, files };
}

suite("a client's reading of a list of releases", () => {
  test(`keeps ${MOST} files, and has nothing to tell of them`, () => {
    const { releases, problems } = readReleases(makeList(MOST), "releases.json");
    assert.equal(releases?.files.length, MOST);
    assert.deepEqual(problems, []);
  });

  test("tells, once, that it skips the files after them", () => {
    const { releases, problems } = readReleases(makeList(MOST + 3), "releases.json");
    assert.equal(releases?.files.at(-1)?.path, `os/${MOST - 1}`);
    const message = `must be of at most ${MOST} files, got ${MOST + 3}`;
    assert.deepEqual(problems, [{ code: "too-many-files", file: "releases.json", pointer: "/files", message }]);
  });

  test("tells of an entry that cannot be used, and keeps the others", () => {
    const files = [{ path: "../os.img" }, { path: "os.img", size: 1, sha256: "0".repeat(64) }];
    const { releases, problems } = readReleases({ version: 1, files }, "releases.json");
    assert.deepEqual(releases?.files, files.slice(1));
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["bad-file", "/files/0"]],
    );
  });
});
