import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readLoads } from "../../../src/ops/balance/read-loads.ts";

const ROWS = [
  { url_prefix: "https://m1.example/os/", clients: 400 },
  { url_prefix: "https://m2.example/", clients: 0 },
];
const CSV = "url_prefix,clients\nhttps://m1.example/os/,400\nhttps://m2.example/,0\n";

const RIGHT: Readonly<Record<string, string>> = {
  CSV: CSV,
  "CSV with a mark, Windows line ends and empty lines": `\uFEFF${CSV.replaceAll("\n", "\r\n")}\r\n\r\n`,
  "CSV with quotes, spaces, and columns in another order":
    'clients , seen ,url_prefix\n400,today,"https://m1.example/os/"\n 0 ,,https://m2.example/\n',
  JSON: JSON.stringify(ROWS),
};

const WRONG: readonly (readonly [string, string, string, string, RegExp])[] = [
  ["a row with a cell too few", `${CSV}https://m3.example/\n`, "invalid-csv", "", /fault in line 4/],
  ["a quote that does not end", `${CSV}"https://m3.example/,4\n`, "invalid-csv", "", /fault in line/],
  ["other columns", "mirror,users\nm1,4\n", "missing-key", "/0/clients", /must be there/],
  ["clients that are no number", `${CSV}https://m3.example/,many\n`, "wrong-type", "/2/clients", /whole number/],
  ["clients below 0", `${CSV}https://m3.example/,-4\n`, "wrong-type", "/2/clients", /got "-4"/],
  [
    "half a client",
    '[{"url_prefix": "https://m1.example/", "clients": 0.5}]',
    "wrong-type",
    "/0/clients",
    /whole number/,
  ],
  ["a mirror twice", `${CSV}https://m2.example/,9\n`, "duplicate-load", "/2/url_prefix", /again/],
  [
    "a column twice",
    "url_prefix,clients, clients\nhttps://m1.example/os/,400,0\n",
    "duplicate-column",
    "",
    /got "clients" in column 3 of line 1, as in column 2$/,
  ],
  ["a time that is none", "url_prefix,clients,time\nm1,4,yesterday\n", "bad-time", "/0/time", /moment in UTC/],
  ["JSON that is no list", '{"url_prefix": "https://m1.example/"}', "wrong-type", "", /list/],
  ["JSON that is cut off", '[{"url_prefix": ', "invalid-json", "", /must be JSON/],
  ["NUL bytes", "url_prefix,clients\n\0\0", "invalid-encoding", "", /NUL/],
];

suite("reading a table of clients", () => {
  for (const [name, text] of Object.entries(RIGHT))
    test(`takes ${name}`, () => {
      const { rows, problems } = readLoads(text, "loads");
      assert.deepEqual(problems, []);
      assert.deepEqual(
        rows?.map(({ url_prefix, clients }) => ({ url_prefix, clients })),
        ROWS,
      );
    });

  for (const [name, text, code, pointer, words] of WRONG)
    test(`refuses ${name}`, () => {
      const { rows, problems } = readLoads(text, "loads");
      assert.equal(rows, undefined);
      const found = problems.find((problem) => problem.pointer === pointer);
      assert.equal(found?.code, code, JSON.stringify(problems));
      assert.match(found.message, words);
      assert.ok(found.cure);
    });

  test("tells when clients were counted, by the earliest time that a row tells", () => {
    const times = ["2026-11-28T04:01:00Z", "2026-11-28T04:00:59Z"];
    const lines = ROWS.map(({ url_prefix, clients }, index) => `${url_prefix},${clients},${times[index]}\n`);
    const csv = `url_prefix,clients,time\n${lines.join("")}`;
    const json = JSON.stringify(ROWS.map((row, index) => (index === 0 ? row : { ...row, time: times[index] })));
    for (const text of [csv, json]) assert.equal(readLoads(text, "loads").counted, Date.parse(times[1] ?? ""));
    assert.equal(readLoads(CSV, "loads").counted, undefined);
  });

  test("takes nothing of a prototype from a hostile table", () => {
    const { problems } = readLoads("__proto__,clients\nx,1\n", "loads");
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["missing-key", "/0/url_prefix"]],
    );
  });
});
