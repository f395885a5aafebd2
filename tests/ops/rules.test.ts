import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkPool } from "../../src/ops/index.ts";
import { allowProblems } from "../../src/ops/rules/allow-problems.ts";
import { EXPLANATIONS, RULES } from "../../src/ops/rules/index.ts";
import {
  FALLBACK_SCHEMA,
  MAINTAINED_POOL_SCHEMA,
  RELEASES_SCHEMA,
  STATUS_SCHEMA,
} from "../../src/ops/schemas.generated.ts";
import { POOLS } from "../core/vectors.ts";
import { folderTexts, FOLDERS, judge } from "./rules-folder.ts";

const explained = new Set(EXPLANATIONS.map(({ code }) => code));

function schemaKeywords(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [key, ...schemaKeywords(below)]);
}

for (const { name, told, ...folder } of FOLDERS) {
  test(`judges the folder "${name}"`, () => {
    const problems = judge(folderTexts(folder));
    const sorted = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join(" ")).sort();
    assert.deepEqual(sorted(problems.map(({ code, pointer }) => [code, pointer])), sorted(told));
    for (const { file, message, code } of problems) {
      assert.ok(file, message);
      // No full stop, but a value that is too long to be shown whole ends in three.
      assert.match(message, /^must .*([^.]|\.{3})$/s);
      assert.ok(explained.has(code), code);
    }
  });
}

test("breaks every rule in some vector", () => {
  const told = new Set(FOLDERS.flatMap((folder) => folder.told.map(([code]) => code)));
  assert.deepEqual(
    RULES.map(({ code }) => code).filter((code) => !told.has(code)),
    [],
  );
});

test("explains every code that the vectors of pools raise", () => {
  const codes = POOLS.flatMap(({ data }) =>
    checkPool(JSON.stringify(data), { file: "mirrors.json" }).problems.map(({ code }) => code),
  );
  assert.ok(codes.length > POOLS.length / 2);
  assert.deepEqual(
    codes.filter((code) => !explained.has(code)),
    [],
  );
});

test("explains every keyword that a schema can refuse by", () => {
  const schemas = [FALLBACK_SCHEMA, MAINTAINED_POOL_SCHEMA, RELEASES_SCHEMA, STATUS_SCHEMA];
  const refusing = /^(pattern|enum|(min|max)(imum|Length|Items)|const|multipleOf|uniqueItems)$/;
  const used = new Set(schemas.flatMap(schemaKeywords).filter((word) => refusing.test(word)));
  assert.ok(used.size > 5);
  assert.deepEqual(
    [...used].map((keyword) => `bad-${keyword.toLowerCase()}`).filter((code) => !explained.has(code)),
    [],
  );
});

test("explains each code once, with every text filled in and before other than after", () => {
  assert.equal(explained.size, EXPLANATIONS.length);
  for (const { before, after, ...texts } of EXPLANATIONS) {
    assert.notEqual(before, after, texts.code);
    for (const text of Object.values(texts)) assert.match(text, /^\S.*[^.\s]$/s);
  }
});

test("allows the loopback in development, and other private hosts never", () => {
  const mirrors = [
    { url_prefix: "http://127.0.0.1:8080/", weight: 1 },
    { url_prefix: "https://10.0.0.1/", weight: 1 },
  ];
  const told = judge(folderTexts({ mirrors }), { dev: true });
  assert.deepEqual(
    told.map(({ code, pointer }) => `${code} ${pointer}`),
    ["unreachable-host /mirrors/4/url_prefix"],
  );
});

test("allows any address of the fallback in development", () => {
  const members = [
    { url_prefix: "https://m1.example/os/", a: ["127.0.0.1"] },
    { url_prefix: "https://m2.example/os/", a: ["10.0.0.2"], aaaa: ["::1"] },
  ];
  const zone = { origin: "dl.example", nameservers: ["ns1.dns.example", "ns2.dns.example"], contact: "a@dns.example" };
  const texts = folderTexts({ fallback: { version: 1, name: "dl.example", zone, certificates: "each", members } });
  assert.deepEqual(
    judge(texts).map(({ code }) => code),
    ["private-address", "private-address", "private-address"],
  );
  assert.deepEqual(judge(texts, { dev: true }), []);
});

test("leaves out what is allowed, and tells what needs no exception", () => {
  const problems = judge(folderTexts({ mirrors: [{ url_prefix: "https://m4.example/os/", weight: 900 }] }));
  assert.deepEqual(allowProblems(problems, ["weight-over-half"]), []);
  assert.deepEqual(
    allowProblems([], ["weight-over-half"]).map(({ code }) => code),
    ["needless-exception"],
  );
});

test("ends in problems, never in an exception, with wrong types everywhere", () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom("https://m1.example/", "https://[::1]/", 1, "", null));
  const mirror = fc.dictionary(
    fc.constantFrom("url_prefix", "weight", "country", "email", "lacks", "__proto__"),
    value,
  );
  const list = fc.oneof(value, fc.array(fc.oneof(value, mirror)));
  const thing = fc.oneof(
    value,
    fc.dictionary(fc.constantFrom("version", "mirrors", "files", "members", "fallback_prefix", "probed"), list),
  );
  const folder = fc.record({ pool: thing, releases: thing, status: thing, fallback: thing });
  fc.assert(
    fc.property(folder, (things) => {
      for (const { code } of judge(folderTexts(things))) assert.ok(explained.has(code), code);
    }),
    { numRuns: 200, seed: 4 },
  );
});
