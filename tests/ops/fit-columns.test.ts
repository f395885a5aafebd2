import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { fitColumns } from "../../src/ops/fit-columns.ts";
import { wrapText } from "../../src/ops/wrap-text.ts";

const HEAD = ["mirror", "found", "latency", "reason"];
const ROWS = [
  ["m1.example", "up", "12 ms", "carries the release"],
  [
    "mirror.of.a.long.name.example",
    "wrong",
    "-",
    "sends other bytes than the release has for piece 3 of os/1.0/os.img",
  ],
];

function fit(width: number, rows: readonly string[][] = ROWS): string[] {
  const alignments = ["left", "left", "right", "left"] as const;
  return fitColumns(HEAD, rows, { alignments, paintHead: (text) => text, width }).split("\n");
}

suite("a table", () => {
  test("has one line a row where there is room, and in a pipe", () => {
    assert.equal(fit(Infinity).length, 3);
    assert.deepEqual(fit(120), fit(Infinity));
  });

  test("wraps its last column in 80 columns", () => {
    assert.deepEqual(fit(80), [
      "mirror                         found  latency  reason",
      "m1.example                     up       12 ms  carries the release",
      "mirror.of.a.long.name.example  wrong        -  sends other bytes than the",
      "                                               release has for piece 3 of",
      "                                               os/1.0/os.img",
    ]);
  });

  test("becomes a list in 40 columns", () => {
    assert.deepEqual(fit(40).slice(0, 7), [
      "m1.example",
      "  found    up",
      "  latency  12 ms",
      "  reason   carries the release",
      "",
      "mirror.of.a.long.name.example",
      "  found    wrong",
    ]);
  });

  test("fits any width from 24 on, and loses nothing", () => {
    const cell = fc.stringMatching(/^[a-z./]{1,12}( [a-z./]{1,30}){0,8}$/);
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 24, max: 120 }), (cells, width) => {
        const lines = fit(width, cells);
        for (const line of lines) assert.ok(line.length <= width, line);
        const count = (text: string): number => text.replace(/\s/g, "").length;
        assert.ok(count(lines.join("")) >= count(cells.flat().join("")));
      }),
      { seed: 7 },
    );
  });
});

test("wrapText breaks between words, and a word only where it must", () => {
  assert.deepEqual(wrapText("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrapText("https://m.example/", 8), ["https://", "m.exampl", "e/"]);
  assert.deepEqual(wrapText("", 8), []);
});
