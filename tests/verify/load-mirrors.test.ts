import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { openPool } from "../../src/verify/load-mirrors.ts";

const HTTPS = { protocol: "https:" } as const;

function renderPool(...prefixes: readonly string[]): string {
  return JSON.stringify({ version: 1, mirrors: prefixes.map((url_prefix) => ({ url_prefix, weight: 1 })) });
}

suite("the mirrors of a pool for a download", () => {
  test("are those that a page may lead to", () => {
    const text = renderPool("https://one.example/", "http://two.onion/", "ftp://three.example/");
    const open = openPool(text, HTTPS).map(({ url_prefix }) => url_prefix);
    assert.deepEqual(open, ["https://one.example/"]);
  });

  test("are none where the pool is missing, broken or of a newer kind", () => {
    for (const text of [undefined, "", "{", "null", "[]", '{"version":2,"mirrors":[]}', renderPool()])
      assert.deepEqual(openPool(text, HTTPS), [], text);
  });
});
