import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { FORMAT_NAMES, type FormatName } from "../../../src/ops/import/formats.ts";
import { importList, type ImportOptions, type ImportResult } from "../../../src/ops/import/import-list.ts";
import { EXPECTED, SAMPLES } from "./samples.ts";

function importSample(name: string, options: Partial<ImportOptions> = {}): ImportResult {
  const sample = SAMPLES.find((candidate) => candidate.name === name);
  assert.ok(sample);
  return importList(sample.text, { file: name, ...sample, ...options });
}

function refusal(text: string, from: FormatName): string {
  const { pool, problems } = importList(text, { from, file: "list" });
  assert.equal(pool, undefined);
  assert.equal(problems.length, 1);
  return `${problems[0]?.code ?? ""}: ${problems[0]?.message ?? ""}; ${problems[0]?.cure ?? ""}`;
}

function reasonOf({ left, changed }: ImportResult, place: string): string {
  return [...left, ...changed].find(({ item }) => item === place)?.reason ?? "";
}

suite("samples", () => {
  test("stand for every format", () => {
    assert.deepEqual(new Set(SAMPLES.map(({ from }) => from)), new Set(FORMAT_NAMES));
  });

  for (const { name } of SAMPLES)
    test(`are carried over: ${name}`, () => {
      const { pool, left, changed, problems } = importSample(name);
      assert.deepEqual(problems, []);
      // The reader's objects inherit nothing, and strict equality would mind.
      assert.deepEqual(JSON.parse(JSON.stringify(pool?.mirrors)), EXPECTED[name]?.mirrors);
      assert.deepEqual(
        [left, changed].map((all) => all.map(({ item }) => item)),
        [EXPECTED[name]?.left, EXPECTED[name]?.changed],
      );
    });
});

suite("e-mail addresses", () => {
  for (const { name } of SAMPLES)
    test(`are left out of all that comes out: ${name}`, () => {
      assert.doesNotMatch(JSON.stringify(importSample(name)), /@/);
    });

  test("are kept when that is asked for, and go to the notes where they are not one plain address", () => {
    const mirrors = importSample("tails.json", { withEmail: true }).pool?.mirrors ?? [];
    assert.equal(mirrors[1]?.email, "root@south.example");
    assert.equal(mirrors[0]?.email, undefined);
    assert.match(mirrors[0]?.notes ?? "", /^contact: Ops <ops@north\.example>, noc@north\.example; 10 Gbit/);
  });
});

suite("plain http", () => {
  test("is never made https unasked", () => {
    const result = importSample("tails.json");
    assert.match(reasonOf(result, "/mirrors/3/url_prefix"), /is plain http.*--upgrade-http"/);
  });

  test("becomes https when that is asked for, and a probe must confirm it", () => {
    const result = importSample("tails.json", { upgradeHttp: true });
    assert.ok(result.pool?.mirrors.some(({ url_prefix }) => url_prefix === "https://plain.example/tails/"));
    assert.match(reasonOf(result, "/mirrors/3/url_prefix"), /"probe" must confirm/);
  });
});

suite("a list that cannot be used", () => {
  test("is told from the format that it seems to be", () => {
    const blueprint = JSON.stringify({ mirrors: [{ url: "m.example", weight: "1" }] });
    assert.match(
      refusal(blueprint, "tails"),
      /^wrong-format: must be an object with "mirrors", each with "url_prefix".*got an object with "mirrors"; try "--from blueprint"$/,
    );
    assert.match(
      refusal("[1, 2]", "archweb"),
      /^wrong-format: .*an array that begins with 1; check that it is the right file/,
    );
    assert.match(
      refusal("<html><body>503</body></html>", "ubuntu-rss"),
      /^wrong-format: must be RSS.*an object with "html"/,
    );
    assert.match(refusal("hello", "qubes"), /^wrong-format: .*got "hello"/);
    assert.match(refusal("", "mirrorbits"), /^no-usable-mirror/);
  });

  test("is told with the line and column of its fault", () => {
    assert.match(refusal('{"mirrors": [\n{', "tails"), /^invalid-json: .*line 2, column 2/);
    assert.match(refusal("- a: 1\n- [b\n", "qubes"), /^invalid-yaml: .*line 2, column 5/);
    assert.match(refusal("---\nname: a\n---\nname: b\n  c: d: e\n", "almalinux"), /^invalid-yaml: .*line [45], column/);
    assert.match(refusal("<rss><channel><item><link>https://m.ex", "ubuntu-rss"), /^invalid-xml: .*cut off/);
  });

  test("has a mirror, but none that is usable", () => {
    assert.match(refusal('{"mirrors":[{"url_prefix":"https://m.example/","weight":0}]}', "tails"), /^no-usable-mirror/);
    assert.match(refusal('{"urls":[]}', "archweb"), /^no-usable-mirror/);
  });

  test("is too large, or holds too many mirrors", () => {
    const many = JSON.stringify(Array.from({ length: 10_001 }, (_, index) => ({ url: `https://m${index}.example/` })));
    assert.match(refusal(many, "manjaro"), /^too-many: must hold at most 10000 mirrors, got 10001/);
    const urls = Array.from({ length: 10_001 }, (_, index) => `https://m${index}.example/`);
    assert.match(refusal(JSON.stringify([{ urls }]), "qubes"), /^too-many/);
    assert.match(refusal(" [".repeat(5e6), "qubes"), /^too-large/);
  });

  test("tries to use up the memory", () => {
    assert.match(refusal("[".repeat(100_000), "tails"), /^(invalid-json|unreadable-list)/);
    assert.match(refusal("a: ".repeat(10_000), "almalinux"), /^(unreadable-list|invalid-yaml)/);
    assert.match(refusal("<a>".repeat(100_000), "ubuntu-rss"), /^unreadable-list: .*nested/);
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>';
    assert.match(refusal(bomb, "ubuntu-rss"), /^wrong-format: .*DOCTYPE/);
    assert.match(refusal("- &a [x, x]\n- &b [*a, *a]\n- urls: [*b, *b]\n", "qubes"), /^unreadable-list/);
  });

  test("tries to reach what every object inherits", () => {
    const text =
      '{"mirrors":[{"__proto__":{"url_prefix":"https://m.example/","weight":5}},{"url_prefix":"https://n.example/"}]}';
    assert.match(refusal(text, "tails"), /^no-usable-mirror/);
    assert.match(refusal("<rss><__proto__>1</__proto__></rss>", "ubuntu-rss"), /^unreadable-list/);
    assert.equal(({} as Record<string, unknown>)["url_prefix"], undefined);
  });
});

suite("weights", () => {
  test("follow the capacity of the links, from 1 to 1000", () => {
    const { pool } = importSample("ubuntu-rss.xml");
    assert.deepEqual(
      pool?.mirrors.map(({ weight }) => weight),
      [1000, 100, 1, 500, 1],
    );
  });

  test("are equal where the list tells no capacity, and that is said", () => {
    const result = importSample("archweb.json");
    assert.match(reasonOf(result, "weight"), /all get 10, an equal share/);
    assert.match(reasonOf(result, '"score"'), /no share of the traffic/);
  });
});
