import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeXml } from "../../src/core/escape-xml.ts";

test("what could end an element or an attribute is written as an entity, and all else as it is", () => {
  assert.equal(
    escapeXml(`<a href="/?x=1&y=2">It's ü 北京 🪞</a>\t\r\n`),
    "&lt;a href=&quot;/?x=1&amp;y=2&quot;&gt;It's ü 北京 🪞&lt;/a&gt;\t\r\n",
  );
});

test("what no XML may hold, escaped or not, becomes a mark that something was there", () => {
  const forbidden = "\u0000\u0008\u000b\u000c\u000e\u001b\u001f\ufffe\uffff";
  assert.equal(escapeXml(forbidden), "\ufffd".repeat(forbidden.length));
});
