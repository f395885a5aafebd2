import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import type { Problem } from "../../src/core/problem.ts";
import { checkPoolShape } from "../../src/ops/check-pool.ts";
import { checkReleasesShape } from "../../src/ops/check-releases.ts";
import { checkStatus } from "../../src/ops/check-status.ts";
import { KEYWORD_WORDS } from "../../src/ops/schema-words.ts";
import { MAINTAINED_POOL_SCHEMA, RELEASES_SCHEMA, STATUS_SCHEMA } from "../../src/ops/schemas.generated.ts";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
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
  maxItems: (rule, right) => Array.from({ length: (rule as number) + 1 }, () => (right as unknown[])[0]),
};

const SHA256 = "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a";
const TIME = "2026-11-21T04:30:00.000Z";
const COMMON = { version: 1, $schema: "./schema.json" };
const PREFIX = "https://m1.example/os/";

const TRACE = { trace_path: "os/trace", trace_max_age_hours: 24 };

const RIGHT_MIRROR = {
  ...{ url_prefix: PREFIX, weight: 10, country: "DE", sponsor: "Example", email: "ann@m1.example", notes: "" },
  ...{ rsync_url: "rsync://m1.example/os/", max_clients: 5 },
};
const RIGHT_STATUS = {
  ...{ url_prefix: PREFIX, verdict: "up", reason: "", since: TIME, checked: TIME, contrary: 0, lacks: ["os/1.img"] },
  ...{
    contrary_at: TIME,
    latency_ms: 1,
    bytes_per_second: 1,
    certificate_days: 1,
    synced: TIME,
    ipv4: true,
    ipv6: true,
    ranges: true,
    cors: true,
  },
  ...{ effective_weight: 1, history: [{ day: "2026-11-21", checks: 1, up: 1 }] },
};

/** Each schema with its check, and a right value that has every key. */
const FILES = [
  {
    file: "mirrors.json",
    schema: MAINTAINED_POOL_SCHEMA,
    right: { ...COMMON, ...TRACE, fallback_prefix: "https://dl.example/", mirrors: [RIGHT_MIRROR] },
    check: checkPoolShape,
  },
  {
    file: "releases.json",
    schema: RELEASES_SCHEMA,
    right: {
      ...COMMON,
      files: [{ path: "os/1.img", size: 1, sha256: SHA256, pieces: { length: 65536, sha256: SHA256 } }],
    },
    check: checkReleasesShape,
  },
  {
    file: "status.json",
    schema: STATUS_SCHEMA,
    right: { ...COMMON, probed: TIME, vantage_points: ["fra1"], mirrors: [RIGHT_STATUS] },
    check: checkStatus,
  },
] as const;

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

for (const { file, schema, right, check } of FILES) {
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
          assert.ok(breaker && KEYWORD_WORDS[keyword], `no words are known for "${keyword}"`);
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

const CHECKS = { "mirrors.json": FILES[0], "releases.json": FILES[1], "status.json": FILES[2] } as const;

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
