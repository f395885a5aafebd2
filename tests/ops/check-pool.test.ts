import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findStaleSchemas, SCHEMA_COMMAND } from "../../src/build/schema.ts";
import { checkPool, renderProblem } from "../../src/ops/index.ts";
import { POOLS } from "../core/vectors.ts";

const FILE = "mirrors.json";
const check = (data: unknown, dev = false) => checkPool(JSON.stringify(data), { file: FILE, dev });

test("the generated schemas follow their types", async () => {
  assert.deepEqual(await findStaleSchemas(), [], `run "${SCHEMA_COMMAND}" and commit what it writes`);
});

for (const { name, data, code, strict_code } of POOLS) {
  test(`judges the pool "${name}"`, () => {
    const { pool, problems } = check(data);
    const expected = strict_code ?? code;
    assert.equal(pool === undefined, expected !== undefined);
    if (expected)
      assert.ok(
        problems.some((problem) => problem.code === expected),
        JSON.stringify(problems),
      );
  });
}

test("tells every problem at once, each with file, place, value and cure", () => {
  const text = `{"mirrors": [
    {"url_prefix": "https://m1.example/os", "weight": "10", "wieght": 3},
    {"url_prefix": "https://user:secret@m2.example/?q", "weight": 5000}
  ]}`;
  const { problems } = checkPool(text, { file: FILE });
  assert.deepEqual(problems.map(renderProblem), [
    'mirrors.json /mirrors/0/wieght: must be a key that the format knows, got "wieght"; correct its spelling, or remove it',
    'mirrors.json /mirrors/0/url_prefix: must end in "/", got "https://m1.example/os"; write "https://m1.example/os/"',
    'mirrors.json /mirrors/0/weight: must be an integer from 0 to 1000, got "10"; write 10',
    'mirrors.json /mirrors/1/url_prefix: must not carry a user name or password, got "https://user:secret@m2.example/?q"; write "https://m2.example/"',
    "mirrors.json /mirrors/1/weight: must be an integer from 0 to 1000, got 5000; write 1000 or less: only the ratio to the other weights counts",
  ]);
});

test("answers the draft format with the migrated text", () => {
  const { problems } = check({
    mirrors: [
      { url: "1.dl.example", weight: "10" },
      { url: "3.dl.example", weight: "0" },
    ],
  });
  const [problem] = problems;
  assert.equal(problem?.code, "blueprint-format");
  const migrated = JSON.parse(problem.cure?.replace(/^write/, "") ?? "") as unknown;
  assert.deepEqual(check(migrated).problems, []);
});

test("tells of each entry of the draft that the migrated text does not hold", () => {
  const { problems } = check({
    mirrors: [
      { url: "1.dl.example", weight: "10" },
      { url: "ftp://2.dl.example", weight: "5" },
      { url: "3.dl.example", weight: "many" },
    ],
  });
  assert.deepEqual(JSON.parse(problems[0]?.cure?.replace(/^write/, "") ?? ""), {
    version: 1,
    mirrors: [{ url_prefix: "https://1.dl.example/", weight: 10 }],
  });
  assert.deepEqual(
    problems.slice(1).map(({ pointer, message }) => `${pointer}: ${message}`),
    [
      '/mirrors/1/url: must be carried over by hand, or left out: must begin with https://, got "ftp://2.dl.example"',
      '/mirrors/2/weight: must be carried over by hand, or left out: must be an integer from 0 to 1000, got "many"; the mirror is left out',
    ],
  );
});

test("does not show a migrated text that nobody could read, and none that holds no mirror", () => {
  const drafts = (count: number, url: string) => ({
    mirrors: Array.from({ length: count }, (_, index) => ({ url: `${url}${index}.example`, weight: "1" })),
  });
  assert.match(check(drafts(101, "m")).problems[0]?.cure ?? "", /^let "fairmirror import --from blueprint"/);
  assert.match(check(drafts(1, "ftp://m")).problems[0]?.cure ?? "", /^write each mirror as/);
});

test("tells of shape and meaning at once, as far as the meaning can be read", () => {
  const text = `{"mirrors": [
    {"url_prefix": "https://m1.example/os/", "weight": 0},
    {"url_prefix": "https://m1.example/os/", "weight": 0, "notes": 5, "notes": 6},
    {"url_prefix": "https://10.0.0.1/", "weight": 0, "wieght": 1}
  ]}`;
  const { pool, problems } = checkPool(text, { file: FILE });
  assert.equal(pool, undefined);
  assert.deepEqual(
    problems.map(({ code, pointer }) => `${code} ${pointer}`),
    [
      "duplicate-key /mirrors/1/notes",
      "wrong-type /mirrors/1/notes",
      "unknown-key /mirrors/2/wieght",
      "duplicate-mirror /mirrors/1/url_prefix",
      "no-usable-mirror /mirrors",
      "unreachable-host /mirrors/2/url_prefix",
    ],
  );
});

test("says where a text stops being JSON", () => {
  const { problems } = checkPool('{\n  "mirrors": [,]\n}', { file: FILE });
  assert.match(problems.map(renderProblem).join(), /mirrors\.json: must be JSON, got a fault at line 2, column 15/);
});

test("refuses what is nested deeper than any pool, without running out of stack", () => {
  const { problems } = checkPool("[".repeat(100_000), { file: FILE });
  assert.match(problems.map(renderProblem).join(), /must be nested at most 64 deep, got more at line 1, column 65/);
});

test("refuses a key that stands twice, because readers differ on which counts", () => {
  const { problems } = checkPool('{"mirrors":[{"url_prefix":"https://m.example/","weight":0,"weight":1}]}', {
    file: FILE,
  });
  assert.deepEqual(
    problems.map(({ code, pointer }) => [code, pointer]),
    [["duplicate-key", "/mirrors/0/weight"]],
  );
});

test("allows mirrors on this machine only for development", () => {
  const data = {
    mirrors: [
      { url_prefix: "http://127.0.0.1:8080/os/", weight: 1 },
      { url_prefix: "http://localhost/", weight: 1 },
    ],
  };
  assert.equal(check(data).problems.length, 2);
  assert.deepEqual(check(data, true).problems, []);
  assert.equal(
    check({ mirrors: [{ url_prefix: "http://127.0.0.1.evil.example/", weight: 1 }] }, true).problems.length,
    1,
  );
});

test("publishes the repository's own pool", () => {
  const { pool, problems } = checkPool(readFileSync("mirrors/mirrors.json", "utf8"), { file: FILE });
  assert.deepEqual(problems, []);
  assert.ok(pool);
});
