import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { findStaleSchemas, SCHEMA_COMMAND } from "../../src/build/schema.ts";
import { isMirror, isUrlPrefix, readPool } from "../../src/core/index.ts";
import { checkPool, renderProblem } from "../../src/ops/index.ts";
import { POOLS, REWRITES } from "../core/vectors.ts";

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

/** Prefixes that are right, that are nearly right, and anything at all. */
const prefixes = fc.oneof(
  fc.webUrl(),
  fc.webUrl().map((url) => `${url}/`),
  fc.constantFrom(...POOLS.flatMap(({ kept = [] }) => kept), ...REWRITES.map(({ url_prefix }) => url_prefix)),
  fc.string(),
  fc.anything(),
);
const entries = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ url_prefix: prefixes, weight: fc.oneof(fc.integer({ min: -2, max: 1002 }), fc.anything()) }),
  },
  { weight: 1, arbitrary: fc.anything() },
);
const pools = fc.oneof(
  fc.record(
    { version: fc.constantFrom(1, 2, undefined, "1"), mirrors: fc.array(entries), fallback_prefix: prefixes },
    { requiredKeys: [] },
  ),
  fc.anything(),
);

test("keeps in the reader whatever the strict check accepts", () => {
  const good = fc.record({
    mirrors: fc.uniqueArray(
      fc.record({
        url_prefix: fc.webUrl({ validSchemes: ["https"] }).map((url) => new URL("./", url).href),
        weight: fc.nat(1000),
      }),
      { minLength: 1, selector: ({ url_prefix }) => url_prefix },
    ),
  });
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(good, pools), (data) => {
      const text = JSON.stringify(data) as string | undefined;
      const { pool } = checkPool(text ?? "", { file: FILE });
      if (!pool) return;
      accepted++;
      const reading = readPool(JSON.parse(text ?? ""));
      assert.deepEqual(reading.problems, []);
      assert.deepEqual(
        reading.pool?.mirrors.map(({ url_prefix, weight }) => [url_prefix, weight]),
        pool.mirrors.map(({ url_prefix, weight }) => [url_prefix, weight]),
      );
      assert.ok(pool.mirrors.every((mirror) => isMirror(mirror)));
    }),
    { numRuns: 2000, seed: 1 },
  );
  assert.ok(accepted > 200, `only ${accepted} pools were accepted: the property says little`);
});

test("agrees with the reader on each url_prefix and weight", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const data = JSON.parse(
        JSON.stringify({ mirrors: [{ url_prefix: "https://good.example/", weight: 1 }, entry] }),
      ) as { mirrors: unknown[] };
      const refused = check(data).problems.some(({ pointer }) =>
        /^\/mirrors\/1(\/url_prefix|\/weight)?$/.test(pointer),
      );
      assert.equal(isMirror(data.mirrors[1]), !refused);
    }),
    { numRuns: 3000, seed: 2 },
  );
});

test("accepts in the schema's pattern every prefix that is right", () => {
  const schema = JSON.parse(readFileSync("mirrors/mirrors.schema.json", "utf8")) as {
    definitions: { MaintainedMirror: { properties: { url_prefix: { pattern: string } } } };
  };
  const pattern = new RegExp(schema.definitions.MaintainedMirror.properties.url_prefix.pattern);
  fc.assert(
    fc.property(prefixes, (prefix) => {
      if (isUrlPrefix(prefix)) assert.match(prefix, pattern);
    }),
    { numRuns: 5000, seed: 3 },
  );
});

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
