import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readHandover, renderHandover } from "../../src/verify/handover.ts";

suite("a handover", () => {
  test("comes over as it was given", () => {
    const handover = { key: '4294967295 "', path: "os/1.0/os-1.0.img" };
    assert.deepEqual(readHandover(renderHandover(handover)), handover);
  });

  test("is nothing but two texts of a reasonable length, whatever else comes with them", () => {
    assert.deepEqual(readHandover('{"key":"1","path":"a","url":"https://x.example/"}'), { key: "1", path: "a" });
    const strange = [undefined, null, 1, {}, { key: "1", path: "a" }, "", "{", "null", "[]", '{"key":"1"}'];
    const wrong = [
      { key: "", path: "a" },
      { key: 1, path: "a" },
      { key: "1", path: "a".repeat(1001) },
    ];
    for (const value of [...strange, ...wrong.map((one) => JSON.stringify(one))])
      assert.equal(readHandover(value), undefined, JSON.stringify(value));
  });
});
