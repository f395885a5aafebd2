import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readHandover, renderHandover } from "../../src/verify/handover.ts";

suite("a handover", () => {
  test("comes over as it was given", () => {
    const handover = { key: '4294967295 "', path: "os/1.0/os-1.0.img" };
    assert.deepEqual(readHandover(renderHandover(handover)), handover);
    const visit = { choice: "https://one.example/", tried: ["https://two.example/"] };
    assert.deepEqual(readHandover(renderHandover({ ...handover, ...visit })), { ...handover, ...visit });
  });

  test("is nothing but texts of a reasonable length, whatever else comes with them", () => {
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

  test("loses what is wrong with its mirrors, and nothing else", () => {
    const tried = [1, "", "https://two.example/", null, "a".repeat(1001)];
    const text = JSON.stringify({ key: "1", path: "a", choice: "", tried });
    assert.deepEqual(readHandover(text), { key: "1", path: "a", tried: ["https://two.example/"] });
    const many = JSON.stringify({ key: "1", path: "a", choice: 2, tried: Array.from({ length: 99 }, String) });
    assert.equal(readHandover(many)?.tried?.length, 50);
  });
});
