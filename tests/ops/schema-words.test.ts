import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import type { Problem } from "../../src/core/problem.ts";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
import { RIGHT_FILES, RIGHT_MIRROR } from "./right-files.ts";
import { findAt, type Path, replaceAt, walkSchema } from "./walk-schema.ts";

/** What gives a schema its structure, or only describes it: it refuses nothing by itself. */
const STRUCTURE = ["$ref", "$schema", "default", "definitions", "description", "items", "properties"];

/** Gives a value that breaks one rule of a schema and, where that can be, no other. */
const BREAKERS: Readonly<Record<string, (rule: unknown, right: unknown) => unknown>> = {
  type: (rule) => (rule === "object" ? [] : {}),
  required: (rule, right) => {
    const [missing = ""] = rule as string[];
    return Object.fromEntries(Object.entries(right as object).filter(([key]) => key !== missing));
  },
  additionalProperties: (_, right) => ({ ...(right as object), zzz: 1 }),
  enum: () => "zzz",
  pattern: () => "?",
  format: (rule) => (rule === "url-prefix" ? "https://m.example/a/../b/" : "a/../b"),
  minimum: (rule) => (rule as number) - 1,
  maximum: (rule) => (rule as number) + 1,
  minLength: (rule) => "x".repeat((rule as number) - 1),
  maxLength: (rule) => "x".repeat((rule as number) + 1),
  minItems: (rule, right) => (right as unknown[]).slice(0, (rule as number) - 1),
  uniqueItems: (_, right) => [...(right as unknown[]), (right as unknown[])[0]],
  maxItems: (rule, right) => Array.from({ length: (rule as number) + 1 }, () => (right as unknown[])[0]),
};

const explained = new Set(EXPLANATIONS.map(({ code }) => code));

/** What no maintainer should have to read: ajv's own way of speaking, and what a slip of ours would look like. */
const AJV_WORDS =
  /must (match|NOT|have|pass|fit)\b.*(pattern|fewer|more|propert|schema|format|rule)|undefined|\[object/;

function holdsWords({ message, cure = "", code }: Problem): void {
  assert.match(message, /^must .*, got ./s);
  assert.doesNotMatch(`${message} ${cure}`, AJV_WORDS);
  assert.match(cure, /^[a-z].*[^.\s]$/s, `${message} has no cure`);
  assert.ok(explained.has(code), code);
}

for (const { file, schema, right, check } of RIGHT_FILES) {
  suite(`the words of ${file}`, () => {
    const places = walkSchema(schema, schema);

    test("are tried on a value that is right, and has every key", () => {
      assert.deepEqual(check(JSON.stringify(right), { file }).problems, []);
      for (const { path } of places) assert.notEqual(findAt(right, path), undefined, path.join("/"));
    });

    for (const { path, node } of places)
      for (const [keyword, rule] of Object.entries(node).filter(([key]) => !STRUCTURE.includes(key)))
        test(`say what "${keyword}" wants at /${path.join("/")}`, () => {
          const breaker = BREAKERS[keyword];
          assert.ok(breaker, `no words are known for "${keyword}"`);
          const broken = replaceAt(right, path, breaker(rule, findAt(right, path)));
          const { problems } = check(JSON.stringify(broken), { file });
          assert.ok(problems.length > 0, "the check must refuse it");
          for (const problem of problems) holdsWords(problem);
        });
  });
}

const WORDS = JSON.parse(readFileSync("tests/vectors/words.json", "utf8")) as readonly {
  readonly name: string;
  readonly file: keyof typeof CHECKS;
  readonly place: Path;
  readonly value: unknown;
  readonly told: string;
}[];

const [POOL, RELEASES, STATUS] = RIGHT_FILES;
const CHECKS = { "mirrors.json": POOL, "releases.json": RELEASES, "status.json": STATUS } as const;

suite("words", () => {
  for (const { name, file, place, value, told } of WORDS)
    test(`name the cure of ${name}`, () => {
      const { right, check } = CHECKS[file];
      const { problems } = check(JSON.stringify(replaceAt(right, place, value)), { file });
      assert.deepEqual(
        problems.map(({ message, cure = "" }) => `${message}; ${cure}`),
        [told],
      );
    });

  for (const { name, file, place, told } of WORDS) {
    const [, written] = /; write ("(?:[^"\\]|\\.)*"|\d+)/.exec(told) ?? [];
    if (written === undefined) continue;
    test(`name a cure that is right: ${name}`, () => {
      const { right, check } = CHECKS[file];
      const cure: unknown = JSON.parse(written);
      const isKey = told.startsWith("must be a key");
      const other = isKey ? { ...RIGHT_MIRROR, [String(cure)]: RIGHT_MIRROR[cure as keyof typeof RIGHT_MIRROR] } : cure;
      assert.deepEqual(check(JSON.stringify(replaceAt(right, place, other)), { file }).problems, []);
    });
  }
});
