import assert from "node:assert/strict";
import { test } from "node:test";
import { rewriteUrl } from "../../src/core/index.ts";

const URL = "https://dl.example.evil/image.iso";

test("refuses a prefix that could end in the middle of a name", () => {
  const mirror = { url_prefix: "https://m.example/", weight: 1 };
  assert.throws(() => rewriteUrl(URL, "https://dl.example", mirror), {
    name: "RangeError",
    message: 'fallbackPrefix must end in "/", got "https://dl.example"',
  });
  assert.throws(() => rewriteUrl(URL, "https://dl.example/", { ...mirror, url_prefix: "https://m.example" }), {
    name: "RangeError",
    message: 'url_prefix must end in "/", got "https://m.example"',
  });
});
