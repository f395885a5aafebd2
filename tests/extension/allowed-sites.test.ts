import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { listAsked } from "../../src/extension/ways/list-asked.ts";
import { isAllowed } from "../../src/extension/ways/match-sites.ts";

interface Vector {
  readonly name: string;
  readonly url: string;
  readonly patterns: readonly string[];
  readonly allowed: boolean;
}

const VECTORS = JSON.parse(readFileSync("tests/vectors/allowed-sites.json", "utf8")) as readonly Vector[];

suite("the sites that the extension may ask", () => {
  for (const { name, url, patterns, allowed } of VECTORS)
    test(`${allowed ? "are" : "are not"}: ${name}`, () => assert.equal(isAllowed(url, patterns), allowed));
});

suite("the hosts that a browser's user is asked about", () => {
  const mirrors = Array.from({ length: 500 }, (_, index) => ({ url_prefix: `https://m${index}.example/`, weight: 1 }));

  test("are the first twenty in the session's order, however many the pool has", () => {
    const hosts = listAsked(mirrors, []);
    assert.deepEqual([hosts.length, hosts[0], hosts.at(-1)], [20, "m0.example", "m19.example"]);
  });

  test("are the next ones where some may be asked already", () => {
    const hosts = listAsked(mirrors, ["https://m0.example/*", "https://m2.example/*"]);
    assert.deepEqual([hosts.length, hosts[0], hosts[1]], [20, "m1.example", "m3.example"]);
  });
});
