import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readOptions } from "../../src/demo/options.ts";

const WRONG = [["--port", "x"], ["--port", "-1"], ["--port", "65536"], ["--visitors", "-1"], ["--nonsense"], ["word"]];

suite("the demo's options", () => {
  test("are the defaults where nothing is said", () => {
    assert.deepEqual(readOptions([], "mirrors"), {
      mirrors: process.env["FAIRMIRROR_MIRRORS"] ?? "mirrors",
      port: 8080,
      visitors: 0,
    });
  });

  for (const words of WRONG) {
    test(`${words.join(" ")} is wrong usage`, () => {
      assert.equal(readOptions(words, "mirrors"), 2);
    });
  }
});
