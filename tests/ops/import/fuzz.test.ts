import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { isUrlPrefix } from "../../../src/core/index.ts";
import { checkPool } from "../../../src/ops/check-pool.ts";
import { FORMAT_NAMES, type FormatName } from "../../../src/ops/import/formats.ts";
import { importList, type ImportOptions } from "../../../src/ops/import/import-list.ts";
import { readVector, SAMPLES } from "./samples.ts";

const ADDRESSES = (readVector("addresses.json") as readonly { address: unknown }[]).map(({ address }) => address);

const address = fc.oneof(fc.constantFrom(...ADDRESSES), fc.webUrl(), fc.string(), fc.anything());
const words = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.emailAddress(),
  fc.string({ minLength: 190, maxLength: 2600 }),
  fc.anything(),
);
const weight = fc.oneof(fc.nat(1000), fc.nat(1000).map(String), fc.anything());
const country = fc.oneof(fc.constantFrom("DE", "uk", "South_Korea", "Global", "__proto__"), fc.anything());
const flag = fc.oneof(fc.boolean(), fc.anything());
const some = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [] });
const many = (entry: fc.Arbitrary<unknown>) =>
  fc.array(fc.oneof({ weight: 6, arbitrary: entry }, { weight: 1, arbitrary: fc.anything() }), {
    minLength: 6,
    maxLength: 24,
  });

const tails = some({
  url_prefix: address,
  weight,
  email: words,
  notes: words,
  rsync_url: address,
  country,
  sponsor: words,
});
const archweb = some({
  url: address,
  country,
  country_code: country,
  active: flag,
  details: words,
  score: weight,
  completion_pct: weight,
});
const manjaro = some({
  url: address,
  country,
  protocols: fc.oneof(fc.subarray(["https", "http", "ftp", "rsync"]), fc.anything()),
  branches: fc.anything(),
});
const mirrorbits = some({
  HttpURL: address,
  RsyncURL: address,
  FtpURL: address,
  SponsorName: words,
  AdminEmail: words,
  CountryCodes: country,
  Comment: words,
  Enabled: flag,
  CountryOnly: flag,
});
const qubes = some({
  organization: words,
  location: country,
  urls: fc.oneof(fc.array(fc.oneof(address, some({ url: address }))), fc.anything()),
});
const almalinux = some({
  name: words,
  address: fc.oneof(fc.dictionary(fc.string(), address), fc.anything()),
  geolocation: some({ country }),
  sponsor: words,
  email: words,
  private: flag,
});
const item = some({
  title: words,
  link: address,
  bandwidth: fc.oneof(fc.constantFrom("10", "60", "80", "120", "1 Gbps"), words),
  country,
});

function toJson(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text ?? "";
}

function renderXml(text: unknown): string {
  return typeof text === "string" ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : toJson(text);
}

function renderRss(items: readonly Record<string, unknown>[]): string {
  const tags = items.map((fields) => {
    const inner = Object.entries(fields).map(([key, value]) => `<mirror:${key}>${renderXml(value)}</mirror:${key}>`);
    return `<item>${inner.join("")}</item>`;
  });
  return `<rss><channel>${tags.join("")}</channel></rss>`;
}

const LISTS: Readonly<Record<FormatName, fc.Arbitrary<string>>> = {
  tails: some({ mirrors: many(tails), fallback_prefix: address }).map(toJson),
  blueprint: some({ mirrors: many(some({ url: address, weight })) }).map(toJson),
  archweb: some({ urls: many(archweb) }).map(toJson),
  manjaro: many(manjaro).map(toJson),
  mirrorbits: fc.oneof(many(mirrorbits), some({ MirrorList: many(mirrorbits) })).map(toJson),
  qubes: many(qubes).map(toJson),
  almalinux: many(almalinux).map(toJson),
  "ubuntu-rss": fc.array(item as fc.Arbitrary<Record<string, unknown>>, { minLength: 6 }).map(renderRss),
};

/** Samples as a broken disk or line would leave them: a piece cut out, and another text in its place. */
function broken(from: FormatName): fc.Arbitrary<string> {
  const texts = SAMPLES.filter((sample) => sample.from === from).map(({ text }) => text);
  return fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(80), fc.string()).map(([text, place, length, other]) => {
    const start = place % text.length;
    return text.slice(0, start) + other + text.slice(start + length);
  });
}

/** Gives whether a pool came of it, after holding all that must be true of any import. */
function holds(text: string, options: ImportOptions): boolean {
  const { pool, left, problems } = importList(text, options);
  for (const { item, reason } of left) assert.ok(typeof item === "string" && reason !== "");
  if (!pool) assert.ok(problems.length > 0);
  if (!pool) return false;
  assert.deepEqual(checkPool(JSON.stringify(pool), { file: "mirrors.json" }).problems, []);
  for (const { url_prefix, email } of pool.mirrors) {
    assert.ok(isUrlPrefix(url_prefix) && /^(https:\/\/|http:\/\/[^/]+\.onion[:/])/.test(url_prefix), url_prefix);
    assert.ok(options.withEmail === true || email === undefined);
  }
  return true;
}

suite("whatever a list holds, what comes out passes the strict check, or is said to be unusable", () => {
  for (const from of FORMAT_NAMES)
    test(`from ${from}`, () => {
      let pools = 0;
      const options = fc.record({ withEmail: fc.boolean(), upgradeHttp: fc.boolean() });
      fc.assert(
        fc.property(
          fc.oneof({ weight: 4, arbitrary: LISTS[from] }, broken(from), fc.json()),
          options,
          (text, choices) => {
            if (holds(text, { from, file: "list", ...choices })) pools++;
          },
        ),
        { numRuns: 60, seed: 3 },
      );
      assert.ok(pools > 15, `only ${pools} pools came of it: the property says little`);
    });
});
