import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSchema, type Formats } from "../../src/ops/check-schema.ts";
import { keepRight } from "../../src/ops/keep-right.ts";

const wording = () => undefined;
const formats: Formats = { even: (text) => text.length % 2 === 0 };

/** A schema that counts how often its rules are read: compiling reads them, checking by what was compiled does not. */
function countReads(): { schema: object; reads: () => number } {
  let count = 0;
  const properties = { word: { type: "string", format: "even" } };
  const schema = {
    type: "object",
    get properties() {
      count++;
      return properties;
    },
  };
  return { schema, reads: () => count };
}

test("compiles a schema once, however often it checks by it", () => {
  const { schema, reads } = countReads();
  const check = () => checkSchema({ word: "even" }, { schema, file: "f", formats, wording });
  assert.deepEqual(check(), []);
  const compiled = reads();
  assert.ok(compiled > 0);
  for (let round = 0; round < 5; round++) assert.deepEqual(check(), []);
  assert.equal(reads(), compiled);
});

test("gives each set of formats its own meaning of the same schema", () => {
  const { schema } = countReads();
  const odd: Formats = { even: (text) => text.length % 2 === 1 };
  for (let round = 0; round < 2; round++) {
    assert.equal(checkSchema({ word: "odd" }, { schema, file: "f", formats, wording }).length, 1);
    assert.equal(checkSchema({ word: "odd" }, { schema, file: "f", formats: odd, wording }).length, 0);
  }
});

test("tells one problem a place, and finds keys that hold a slash or a tilde", () => {
  const schema = { properties: { "a/~b": { type: "string", minLength: 3, pattern: "^x" } } };
  assert.deepEqual(
    checkSchema({ "a/~b": "y" }, { schema, file: "f", formats, wording }).map(({ pointer }) => pointer),
    ["/a~1~0b"],
  );
});

test("names the rule of a schema that it has no words for", () => {
  const schema = { multipleOf: 5 };
  const [problem] = checkSchema(7, { schema, file: "f", formats, wording });
  assert.equal(problem?.message, 'must fit the rule "multipleOf" of the schema, got 7');
});

test("words a form that it does not know by the description in the schema", () => {
  const schema = { properties: { ttl: { pattern: "^\\d+$", description: "In seconds.\nFrom 1 on" } } };
  const [problem] = checkSchema({ ttl: "x" }, { schema, file: "f", formats, wording });
  assert.equal(problem?.cure, "compare it with this: In seconds. From 1 on");
});

test("keeps what is right of a value, each part in its place", () => {
  const value = { "a/b": 1, list: [1, "x", { good: 1, bad: 2 }], gone: {} };
  const problems = ["/a~1b", "/list/1", "/list/2/bad", "/gone"].map((pointer) => ({ code: "", pointer, message: "" }));
  assert.deepEqual(JSON.parse(JSON.stringify(keepRight(value, problems))), { list: [1, null, { good: 1 }] });
  assert.equal(keepRight(value, [{ code: "", pointer: "", message: "" }]), undefined);
});
