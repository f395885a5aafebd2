import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { isReleasePath } from "../../src/verify/is-release-path.ts";

const VECTORS = JSON.parse(readFileSync("tests/vectors/release-paths.json", "utf8")) as readonly {
  readonly path: string;
  readonly right: boolean;
}[];

suite("the path of a release", () => {
  for (const { path, right } of VECTORS)
    test(`${right ? "may" : "may not"} be ${JSON.stringify(path)}`, () => assert.equal(isReleasePath(path), right));
});
