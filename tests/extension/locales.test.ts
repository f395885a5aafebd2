import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";

type Messages = Readonly<Record<string, { readonly message: string }>>;

const FOLDER = "src/extension/_locales";

/** Keys that are put together from a state, a fault, a reason or the code of a problem. */
const COMPOSED = /^(check|failed|refused)_/;

const locales = new Map(
  readdirSync(FOLDER).map((language) => [
    language,
    JSON.parse(readFileSync(join(FOLDER, language, "messages.json"), "utf8")) as Messages,
  ]),
);
const english = locales.get("en") ?? {};

function listPlaces(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
}

function readSources(): string {
  const names = readdirSync("src/extension", { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => /\.(ts|html)$/.test(name)).map((name) => join("src/extension", name));
  return [...sources, "src/build/extension/render-manifest.ts"].map((path) => readFileSync(path, "utf8")).join("\n");
}

suite("the extension's words", () => {
  test("are there in five languages, one of them from right to left", () => {
    assert.deepEqual([...locales.keys()].sort(), ["ar", "de", "en", "es", "fr"]);
    assert.equal(locales.get("ar")?.["direction"]?.message, "rtl");
  });

  for (const [language, messages] of locales) {
    test(`have the same keys and places in "${language}", and nothing is empty`, () => {
      assert.deepEqual(Object.keys(messages), Object.keys(english));
      for (const [key, { message }] of Object.entries(messages)) {
        assert.notEqual(message.trim(), "", key);
        assert.deepEqual(listPlaces(message), listPlaces(english[key]?.message ?? ""), key);
      }
      assert.equal(messages["language"]?.message, language);
    });
  }

  test("are all used", () => {
    const sources = readSources();
    const unused = Object.keys(english).filter((key) => !new RegExp(`["_]${key}(["_])`).test(sources));
    assert.deepEqual(
      unused.filter((key) => !COMPOSED.test(key)),
      [],
    );
  });

  test("hold a sentence for each outcome of a check, each end of a download, and each fault of a list", () => {
    const outcomes = ["no_list", "not_in_release", "unreadable", "not_signed", "other_file", "wrong_size", "too_large"];
    const verdicts = ["verified", "verified_expired", "mismatch", "checking", "cancelled"];
    const failures = ["no_pool", "no_mirror", "no_mirror_left", "not_written", "broken", "damaged", "not_saved"];
    const forgeries = ["wrong_key", "tampered_file", "tampered_comment", "truncated_signature", "bad_signature_file"];
    const refusals = [...forgeries, "rolled_back", "newer_version", "no_files", "alarm"];
    const due = [
      ...[...outcomes, ...verdicts].map((name) => `check_${name}`),
      ...failures.map((name) => `failed_${name}`),
      ...refusals.map((name) => `refused_${name}`),
    ];
    const page = ["check_hint", "check_choose", "check_how_much", "check_as_other", "check_a_file"];
    assert.deepEqual(
      Object.keys(english)
        .filter((key) => COMPOSED.test(key))
        .sort(),
      [...due, ...page].sort(),
    );
  });
});
