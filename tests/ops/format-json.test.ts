import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { applyPatch } from "diff";
import fc from "fast-check";
import { diffShares } from "../../src/ops/diff-shares.ts";
import { diffTexts } from "../../src/ops/diff-texts.ts";
import { formatJson } from "../../src/ops/format-json.ts";
import { FALLBACK_KEYS, POOL_KEYS, RELEASES_KEYS } from "../../src/ops/format-keys.ts";
import { MAINTAINED_POOL_SCHEMA } from "../../src/ops/schemas.generated.ts";

const format = (text: string) => formatJson(text, "mirrors.json", POOL_KEYS);

test("leaves the repository's own files as they are", () => {
  for (const [name, keys] of [
    ["mirrors.json", POOL_KEYS],
    ["releases.json", RELEASES_KEYS],
    ["fallback.json", FALLBACK_KEYS],
  ] as const) {
    const text = readFileSync(`mirrors/${name}`, "utf8");
    assert.deepEqual(formatJson(text, name, keys), { text, problems: [] });
  }
});

test("orders the keys that are known, keeps the mirrors' order and what is unknown", () => {
  const text = `\uFEFF{"mirrors":[{"colour":{"b":1e400,"a":[]},"weight":5.0,"9":1,"url_prefix":"https://b/"},{"url_prefix":"https://a/"}],\r\n"version":1,"__proto__":{"x":12345678901234567890}}`;
  assert.equal(
    format(text).text,
    `{
  "version": 1,
  "mirrors": [
    {
      "url_prefix": "https://b/",
      "weight": 5,
      "colour": {
        "b": 1e400,
        "a": []
      },
      "9": 1
    },
    {
      "url_prefix": "https://a/"
    }
  ],
  "__proto__": {
    "x": 12345678901234567890
  }
}
`,
  );
});

for (const [name, text, code] of [
  ["no JSON", '{"mirrors": [,]}', "invalid-json"],
  ["nothing", "", "invalid-json"],
  ["NUL bytes", "\0\0\0", "invalid-encoding"],
  ["a comment", '{} // "x"', "invalid-json"],
  ["a key twice", '{"version":1,"version":2}', "duplicate-key"],
  ["bytes that are no UTF-8", '{"x":"\uFFFD"}', "invalid-encoding"],
] as const) {
  test(`refuses ${name}`, () => {
    const { text: formatted, problems } = format(text);
    assert.equal(formatted, undefined);
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
    );
  });
}

test("keeps every value, and has nothing left to change the second time", () => {
  const known = fc.constantFrom("mirrors", "version", "weight", "url_prefix", "email", "constructor");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: "small" }, fc.jsonValue(), tie("object"), fc.array(tie("tree"), { maxLength: 3 })),
    object: fc.dictionary(known, tie("tree")),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(0, 1, "\t"), (value, space) => {
      const source = JSON.stringify(value, undefined, space);
      fc.pre(!source.includes("\uFFFD"));
      const { text = "" } = format(source);
      assert.deepEqual(JSON.parse(text), JSON.parse(source));
      assert.equal(format(text).text, text);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("orders every key of a mirror", () => {
  const { MaintainedMirror } = MAINTAINED_POOL_SCHEMA.definitions;
  assert.deepEqual(
    [...(POOL_KEYS.below?.["mirrors"]?.keys ?? [])].sort(),
    Object.keys(MaintainedMirror.properties).sort(),
  );
});

test("shows a change as a patch that makes the one text out of the other", () => {
  const lines = fc
    .array(fc.constantFrom("a", "b", "{", '  "c": 1,'), { maxLength: 20 })
    .map((all) => `${all.join("\n")}\n`);
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const patch = diffTexts(before, after, "mirrors.json");
      assert.equal(patch === "", before === after);
      if (patch) assert.equal(applyPatch(before, patch), after);
    }),
    { numRuns: 200, seed: 6 },
  );
});

test("shows a change of everything in little time", () => {
  const side = (letter: string) => Array.from({ length: 40_000 }, (_, index) => `${letter}${index}\n`).join("");
  const patch = diffTexts(side("a"), side("b"), "mirrors.json");
  assert.match(patch, /^--- mirrors\.json\n\+\+\+ mirrors\.json\n-a0\n-a1\n/);
  assert.match(patch, /-a39999\n\+b0\n/);
});

test("tells the share of each mirror before and after, in the new order, then those that left", () => {
  const mirror = (host: string, weight: number) => ({ url_prefix: `https://${host}/`, weight });
  assert.deepEqual(diffShares([mirror("a", 3), mirror("b", 1)], [mirror("c", 2), mirror("a", 2), mirror("d", 0)]), [
    { url_prefix: "https://c/", before: undefined, after: 0.5, change: 0.5 },
    { url_prefix: "https://a/", before: 0.75, after: 0.5, change: -0.25 },
    { url_prefix: "https://d/", before: undefined, after: 0, change: 0 },
    { url_prefix: "https://b/", before: 0.25, after: undefined, change: -0.25 },
  ]);
});
