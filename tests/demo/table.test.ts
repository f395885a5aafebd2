import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { renderBytes, shortenHost } from "../../src/demo/figures.ts";
import { NO_HITS } from "../../src/demo/hits.ts";
import { choosePaint, paintNothing, paintTerminal } from "../../src/demo/paint.ts";
import { castPlayers } from "../../src/demo/player.ts";
import { renderReport, renderRequest } from "../../src/demo/report.ts";
import { createScreen } from "../../src/demo/screen.ts";
import { renderTable, type Row } from "../../src/demo/table.ts";

const players = castPlayers({
  fallback_prefix: "https://dl.example/",
  mirrors: [60, 20, 15, 5, 0].map((weight, index) => ({
    url_prefix: `https://mirror-number-${index}.of-a-long-name.example/os/`,
    weight,
  })),
});
const counts = [
  { ...NO_HITS, hits: 7, bytes: 64 * 2 ** 20 },
  { ...NO_HITS, hits: 3, retries: 2, active: 12 },
];
const rows: Row[] = players.map((player, index) => ({ player, port: 41000 + index, counts: counts[index] ?? NO_HITS }));
const firstRow = rows[0];
assert.ok(firstRow);

test("shows weight, expected and drawn share, hits, retries, bytes and state", () => {
  const lines = renderTable(rows, { width: 120, paint: paintNothing }).split("\n");
  const cells = lines.map((line) => line.split(/ {2,}/));
  assert.deepEqual(cells[0], [
    "mirror",
    "stand-in",
    "weight",
    "expected",
    "drawn",
    "hits",
    "retries",
    "bytes",
    "state",
  ]);
  assert.deepEqual(cells[1]?.slice(1), ["127.0.0.1:41000", "60", "60.0 %", "70.0 %", "7", "0", "64.0 MiB", "● up"]);
  assert.deepEqual(cells[2]?.slice(1), ["127.0.0.1:41001", "20", "20.0 %", "30.0 %", "3", "2", "0 B", "✕ down ↓12"]);
  assert.deepEqual(
    cells.slice(3).map((row) => row.at(-1)),
    ["▼ slow", "○ no file", "– off", "◆ fallback"],
  );
});

for (const width of [80, 100, 120, 200]) {
  test(`fits a terminal of ${width} columns, coloured too`, () => {
    const lines = renderReport(rows, { width, paint: paintTerminal }).split("\n");
    for (const line of lines) assert.ok(stripVTControlCharacters(line).length <= width, line);
  });
}

test("tells how far the shares are from the expected ones", () => {
  assert.match(
    renderReport(rows, { width: 80, paint: paintNothing }),
    /10 hits; the shares are off by 15\.0 points at most$/,
  );
});

test("colours only on a terminal, and never with NO_COLOR", () => {
  assert.equal(choosePaint(false, undefined)("red", "down"), "down");
  assert.equal(choosePaint(true, "1")("red", "down"), "down");
  assert.notEqual(choosePaint(true, undefined), paintNothing);
  assert.notEqual(choosePaint(true, ""), paintNothing);
});

test("tells a finished request in a line", () => {
  const end = { type: "end", kind: "hit", status: 206, bytes: 1024 } as const;
  assert.equal(renderRequest(firstRow, end), `${firstRow.player.host}: GET 206, 1.0 KiB`);
  assert.equal(
    renderRequest(firstRow, { ...end, kind: "retry", status: 0 }),
    `${firstRow.player.host}: GET connection cut, retry`,
  );
  assert.equal(
    renderRequest(firstRow, { ...end, kind: "again", status: 0 }),
    `${firstRow.player.host}: GET connection cut, the browser by itself`,
  );
});

test("draws in place: goes up by what stood there and by what was typed", () => {
  let written = "";
  const screen = createScreen((text) => {
    written += text;
  });
  screen.draw("one\ntwo");
  screen.noteTypedLine();
  screen.draw("three");
  assert.equal(written, "one\ntwo\n\u001b[3A\r\u001b[Jthree\n");
});

test("renders bytes and hosts for people", () => {
  assert.deepEqual([0, 1023, 1024, 2 ** 26].map(renderBytes), ["0 B", "1023 B", "1.0 KiB", "64.0 MiB"]);
  assert.equal(shortenHost("mirror.example", 14), "mirror.example");
  assert.equal(shortenHost("mirror.example", 8), "mirror.…");
  assert.equal(shortenHost(`${"a".repeat(56)}.onion`, 12), "aaaaa….onion");
});
