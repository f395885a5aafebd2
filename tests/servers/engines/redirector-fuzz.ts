import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isUrlPrefix } from "../../../src/core/url-prefix.ts";
import { readPool } from "../../../src/core/read.ts";
import { planRedirects } from "../../../src/ops/redirect/plan-redirects.ts";
import { REDIRECT_FORMATS } from "../../../src/ops/redirect/formats.ts";
import type { RedirectPool } from "../../../src/ops/redirect/redirect-pool.ts";
import { publishPool } from "../../../src/ops/publish-pool.ts";
import type { RedirectorKind } from "./redirector-kinds.ts";
import { checkRendered } from "./start-redirector.ts";

/** What ends a string, a line or a block, names a variable or a file, or is none of the engine's business. */
const HOSTILE = [
  ...Array.from("\"'`{}()[]$;#\\|,<>?*!&^ \t\n\r\0é\u2028"),
  "%20",
  "%2",
  "%{ENV:PATH}",
  "${PATH}",
  "$uri",
  "{env.PATH}",
  "{$PATH}",
  "\nInclude /etc/passwd\n",
  '"; include /etc/passwd; "',
  "` import /etc/passwd `",
  "]\nDefine X y\n[",
  "../",
  "//",
];
const PLAIN = ["a", "b.", "-", "_", "~", "1", "/", "+", "@", ":", "="];

function hostileText(weight: number): fc.Arbitrary<string> {
  const part = fc.oneof(
    { arbitrary: fc.constantFrom(...PLAIN), weight: 4 },
    { arbitrary: fc.constantFrom(...HOSTILE), weight },
  );
  return fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
}

/** A mirror of a maintainers' file: words in any field, an address that a browser at least could take. */
const maintainedMirror = fc.record({
  url_prefix: hostileText(1).map((text) => {
    const url = `https://m.example/${text}/`;
    return URL.canParse(url) && isUrlPrefix(new URL(url).href) ? new URL(url).href : url;
  }),
  weight: fc.integer({ min: 0, max: 1000 }),
  sponsor: hostileText(4),
  notes: hostileText(4),
  email: hostileText(4),
});

const maintainedPool = fc.record({
  fallback_prefix: hostileText(1).map((text) => `https://dl.example/${text}/`.replace(/\/+$/, "/")),
  mirrors: fc.array(maintainedMirror, { minLength: 1, maxLength: 5 }),
  lacks: fc.array(hostileText(3), { maxLength: 3 }),
});

/** What a renderer might be handed by mistake. */
const uncheckedPool: fc.Arbitrary<RedirectPool> = fc.record({
  host: fc.oneof(fc.constant("dl.example"), hostileText(1)),
  path: fc.oneof(
    fc.constant("/project/"),
    hostileText(1).map((text) => `/${text}/`),
  ),
  sets: fc.tuple(
    fc.array(
      fc.record({
        url_prefix: hostileText(1).map((text) => `https://m.example/${text}`),
        weight: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  exceptions: fc.array(fc.record({ beginning: hostileText(2), set: fc.constant(0) }), { maxLength: 2 }),
});

function planHostile({
  lacks,
  ...pool
}: {
  readonly lacks: readonly string[];
  readonly mirrors: unknown;
}): RedirectPool | undefined {
  const { pool: read } = readPool(pool);
  if (!read) return undefined;
  const { list } = publishPool(read, { now: new Date(0), days: 1 });
  const [first, ...others] = list.mirrors;
  const mirrors = first ? [{ ...first, lacks }, ...others] : [];
  const plan = planRedirects({ ...list, mirrors }, {});
  return "pool" in plan ? plan.pool : undefined;
}

async function assertAccepted(kind: RedirectorKind, text: string): Promise<void> {
  const { code, output } = await checkRendered(kind, text);
  assert.equal(code, 0, `${output}\n${text}`);
  const words = "passwd|PATH|Define|include /|sponsor";
  const bare = text.replaceAll(/\\x[0-9a-f]{2}/g, " ");
  assert.doesNotMatch(bare, new RegExp(`^\\s*(?:${words})`, "im"));
}

/** Registers what a web server's configuration must survive. */
export function testHostilePools(kind: RedirectorKind): void {
  const { render } = REDIRECT_FORMATS[kind.format];

  test("hostile pools are refused, or rendered such that the checker accepts them", async () => {
    let rendered = 0;
    const property = fc.asyncProperty(maintainedPool, async (pool) => {
      const plan = planHostile(pool);
      if (!plan) return;
      rendered += 1;
      await assertAccepted(kind, render(plan, "request").text);
    });
    await fc.assert(property, { seed: 4, numRuns: 120 });
    assert.ok(rendered >= 10, `${rendered} pools were rendered`);
  });

  test("what nobody checked is refused by the renderer itself, or harmless", async () => {
    let refused = 0;
    const property = fc.asyncProperty(uncheckedPool, async (pool) => {
      try {
        await assertAccepted(kind, render(pool, "request").text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refused += 1;
      }
    });
    await fc.assert(property, { seed: 4, numRuns: 60 });
    assert.ok(refused > 0 && refused < 60, `${refused} pools were refused`);
  });
}
