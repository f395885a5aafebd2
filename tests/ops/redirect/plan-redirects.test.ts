import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Pool, PublicMirror } from "../../../src/core/pool.ts";
import { rewriteUrl } from "../../../src/core/rewrite.ts";
import { REDIRECT_FORMATS } from "../../../src/ops/redirect/formats.ts";
import { planRedirects } from "../../../src/ops/redirect/plan-redirects.ts";
import { REDIRECT_VECTORS } from "../../servers/engines/redirect-vectors.ts";

const A = { url_prefix: "https://a.example/os/", weight: 3 };
const B = { url_prefix: "https://b.example/", weight: 1 };
const ONION = { url_prefix: "http://abc.onion/os/", weight: 1 };
const OFF = { url_prefix: "https://off.example/", weight: 0 };

function plan(
  mirrors: readonly PublicMirror[],
  head: Omit<Pool, "mirrors"> = { fallback_prefix: "https://dl.example/" },
) {
  const outcome = planRedirects({ ...head, mirrors }, {});
  return "pool" in outcome ? outcome.pool : outcome.problems.map(({ code }) => code);
}

function planHosts(fallback_prefix: string): string[] {
  const pool = plan([ONION, B, OFF, A], { fallback_prefix });
  return Array.isArray(pool) ? [] : pool.sets[0].map(({ url_prefix }) => url_prefix);
}

/** Each fault, and the code that it must raise. */
const FAULTS: readonly (readonly [string, readonly PublicMirror[], Omit<Pool, "mirrors">, readonly string[]])[] = [
  ["no fallback", [A], {}, ["no-fallback-prefix"]],
  ["a fallback over http", [A], { fallback_prefix: "http://dl.example/" }, ["odd-fallback-prefix"]],
  ["an encoded path", [A], { fallback_prefix: "https://dl.example/my%20os/" }, ["odd-fallback-prefix"]],
  ["two slashes", [A], { fallback_prefix: "https://dl.example/os//" }, ["odd-fallback-prefix"]],
  [
    "a variable's sign",
    [{ ...A, url_prefix: "https://a.example/$x/" }],
    { fallback_prefix: "https://dl.example/" },
    ["odd-url-prefix"],
  ],
  [
    "a mirror below",
    [A, { ...B, url_prefix: "https://dl.example/os/" }],
    { fallback_prefix: "https://dl.example/" },
    ["mirror-under-fallback"],
  ],
  ["only disabled ones", [OFF], { fallback_prefix: "https://dl.example/" }, ["no-usable-mirror"]],
  ["only .onion ones", [ONION], { fallback_prefix: "https://dl.example/" }, ["no-usable-mirror"]],
];

suite("planRedirects", () => {
  test("sorts mirrors, and leaves out those of weight 0", () => {
    assert.deepEqual(planHosts("https://dl.example/"), [A.url_prefix, B.url_prefix]);
  });

  test("leads nobody from https to http, nor to an .onion name but from another", () => {
    assert.deepEqual(planHosts("https://xyz.onion/"), [A.url_prefix, B.url_prefix]);
    assert.deepEqual(planHosts("http://xyz.onion/"), [ONION.url_prefix, A.url_prefix, B.url_prefix]);
  });

  test("groups mirrors by what they lack, the longest beginning first", () => {
    const pool = plan([
      { ...A, lacks: ["1.0/", "2.0/x.img"] },
      { ...B, lacks: ["1.0/os.img"] },
    ]);
    assert.ok(!Array.isArray(pool));
    assert.deepEqual(pool.exceptions, [
      { beginning: "1.0/os.img", set: 1 },
      { beginning: "2.0/x.img", set: 2 },
      { beginning: "1.0/", set: 2 },
    ]);
    assert.deepEqual(pool.sets, [[A, B], [], [B]]);
  });

  for (const [name, mirrors, head, codes] of FAULTS) {
    test(`refuses ${name}`, () => {
      assert.deepEqual(plan(mirrors, head), codes);
    });
  }
});

suite("redirects", () => {
  for (const { name, target, path } of REDIRECT_VECTORS.led_on) {
    test(`lead where the page leads to: ${name}`, () => {
      const url = new URL(REDIRECT_VECTORS.fallback_prefix).origin + target;
      assert.equal(rewriteUrl(url, REDIRECT_VECTORS.fallback_prefix, A), A.url_prefix + path);
    });
  }

  test("tell how far their shares are from the weights", () => {
    const pool = plan([
      A,
      B,
      { ...B, url_prefix: "https://c.example/", weight: 2 },
      { ...B, url_prefix: "https://d.example/" },
    ]);
    assert.ok(!Array.isArray(pool));
    const [nginx] = REDIRECT_FORMATS.nginx.render(pool, "request").notes;
    const [caddy] = REDIRECT_FORMATS.caddy.render(pool, "request").notes;
    const words = "the largest difference to the weights is";
    assert.equal(nginx, `shares are in steps of 0.01 %: ${words} 0.0057 percentage points`);
    assert.equal(caddy, `shares are in steps of 0.0015 %: ${words} 0.00065 percentage points`);
  });

  test("give nginx percentages that sum to 100, the last of them unsaid", () => {
    const pool = plan([A, B, { ...B, url_prefix: "https://c.example/", weight: 2 }]);
    assert.ok(!Array.isArray(pool));
    const { text } = REDIRECT_FORMATS.nginx.render(pool, "request");
    assert.match(text, /\{\n {4}50\.00% "https:\/\/a\.[^\n]+\n {4}16\.67% "https:\/\/b\.[^\n]+\n {4}\* "https:\/\/c\./);
  });

  test("are refused to Caddy by client", () => {
    const pool = plan([A]);
    assert.ok(!Array.isArray(pool));
    assert.throws(() => REDIRECT_FORMATS.caddy.render(pool, "client"), /key must be "request", got "client"/);
  });
});
