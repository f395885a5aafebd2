import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { escapeControls } from "../../src/ops/escape-controls.ts";

suite("escapeControls", () => {
  test("writes out what steers a terminal or turns the direction of writing", () => {
    assert.equal(
      escapeControls("a\u001b[2Jb\rc\u0007\u009b2J\u202ed\u2066"),
      String.raw`a\u001b[2Jb\u000dc\u0007\u009b2J\u202ed\u2066`,
    );
  });

  test("leaves tabs, line ends and all that people write", () => {
    const text = "name\tUniversität 東京 מראה\n👩‍💻 naïve\n";
    assert.equal(escapeControls(text), text);
  });

  test("keeps colours where they are ours, and nothing else that begins like them", () => {
    const text = "\u001b[1mhead\u001b[22m \u001b[2J";
    assert.equal(escapeControls(text, { keepsColor: true }), String.raw`${"\u001b[1mhead\u001b[22m"} \u001b[2J`);
    assert.equal(escapeControls(text), String.raw`\u001b[1mhead\u001b[22m \u001b[2J`);
  });

  test("changes no value of JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(JSON.parse(escapeControls(text)), JSON.parse(text));
      }),
      { seed: 11 },
    );
  });
});
