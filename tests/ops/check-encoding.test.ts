import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readJson } from "../../src/ops/read-json.ts";
import { formatJson } from "../../src/ops/format-json.ts";
import { POOL_KEYS } from "../../src/ops/format-keys.ts";

const JSON_TEXT = '{ "version": 1 }';
const LITTLE = Buffer.from(JSON_TEXT, "utf16le");

/** What a list is not, as bytes, and what is told of it. */
const BYTES: Readonly<Record<string, readonly [Buffer, string]>> = {
  "UTF-16 with a mark": [Buffer.concat([Buffer.from([0xff, 0xfe]), LITTLE]), "must be UTF-8 text, got UTF-16"],
  "UTF-16 without one": [LITTLE, "must be UTF-8 text, got UTF-16"],
  "UTF-16, big bytes first": [
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(LITTLE).swap16()]),
    "must be UTF-8 text, got UTF-16",
  ],
  "a NUL byte": [
    Buffer.from('{\n "a\0": 1 }'),
    "must be UTF-8 text, got a NUL byte, as in binary data, at line 2, column 4",
  ],
  "an image": [
    Buffer.from("89504e470d0a1a0a0000000d", "hex"),
    "must be UTF-8 text, got a NUL byte, as in binary data, at line 3, column 1",
  ],
};

suite("a file that is no UTF-8 text", () => {
  for (const [name, [bytes, message]] of Object.entries(BYTES))
    test(`is called so, once: ${name}`, () => {
      const text = bytes.toString("utf8");
      for (const { problems } of [readJson(text, "mirrors.json"), formatJson(text, "mirrors.json", POOL_KEYS)]) {
        assert.deepEqual(
          problems.map(({ code, message }) => [code, message]),
          [["invalid-encoding", message]],
        );
      }
    });

  test("is none when a mark of UTF-8 begins it", () => {
    assert.deepEqual(readJson(`\uFEFF${JSON_TEXT}`, "mirrors.json").problems, []);
  });
});
