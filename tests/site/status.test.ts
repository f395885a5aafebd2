import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pictureHistory } from "../../src/build/site-history.ts";
import type { Pool } from "../../src/core/index.ts";
import { statusPage, type StatusPage } from "../../src/build/site-status.ts";
import type { MirrorStatus, Status, Verdict } from "../../src/ops/status.ts";

const NOW = new Date("2026-11-21T04:30:00Z");
const PREFIXES = ["up", "outdated", "down", "wrong"].map((name) => `https://${name}.example/`);

function statusOf(url_prefix: string, verdict: Verdict): MirrorStatus {
  const history = [{ day: "2026-11-21", checks: 4, up: verdict === "up" ? 4 : 1 }];
  const at = "2026-11-20T22:00:00.000Z";
  return { url_prefix, verdict, reason: `is ${verdict}`, since: at, checked: at, contrary: 0, lacks: [], history };
}

const VERDICTS: readonly Verdict[] = ["up", "outdated", "down", "wrong"];
const STATUS: Status = {
  version: 1,
  probed: "2026-11-21T04:00:00.000Z",
  mirrors: PREFIXES.map((url_prefix, index) => statusOf(url_prefix, VERDICTS[index] ?? "up")),
};
const MIRRORS = [
  ...PREFIXES.map((url_prefix) => ({ url_prefix, weight: 10 })),
  { url_prefix: "https://off.example/", weight: 0 },
];
const LIST: Pool = { mirrors: MIRRORS.slice(0, 2) };

const PATH = "os/image.iso";

function makePage(status: Status | undefined, list: Pool = LIST): StatusPage {
  return statusPage({ mirrors: MIRRORS, list, status, now: NOW, lang: "en", protocol: "https:", path: PATH });
}

test("shows every mirror with its state in a word, a shape and a reason", () => {
  const rows = makePage(STATUS).rows.map(({ host, word, shape, reason }) => [host, word, shape, reason]);
  assert.deepEqual(rows, [
    ["up.example", "up", "●", "is up"],
    ["outdated.example", "outdated", "◐", "is outdated"],
    ["down.example", "down", "✕", "is down"],
    ["wrong.example", "wrong", "▲", "is wrong"],
    ["off.example", "off", "–", "switched off by a maintainer"],
  ]);
});

test("tells when a mirror last synchronised, where its trace file told", () => {
  const [known, ...others] = STATUS.mirrors;
  assert.ok(known);
  const mirrors = [{ ...known, synced: "2026-11-21T01:15:00.000Z" }, ...others];
  assert.deepEqual(
    makePage({ ...STATUS, mirrors }).rows.map(({ synced }) => synced),
    ["2026-11-21 01:15 UTC", "", "", "", ""],
  );
});

test("gives a share to those who are drawn now, and to nobody else", () => {
  assert.deepEqual(
    makePage(STATUS).rows.map(({ share }) => share),
    ["50.0%", "50.0%", "", "", ""],
  );
});

test("gives no share to a mirror that lacks the file on offer", () => {
  const [up, outdated] = LIST.mirrors;
  assert.ok(up && outdated);
  const page = makePage(STATUS, { mirrors: [up, { ...outdated, lacks: [PATH] }] });
  assert.deepEqual([page.drawn, page.rows.slice(0, 2).map(({ share }) => share)], [1, ["100.0%", ""]]);
});

test("tells of mirrors that failed the check and are drawn all the same", () => {
  assert.deepEqual([makePage(STATUS).stillDrawn, makePage(STATUS, { mirrors: MIRRORS }).stillDrawn], [0, 2]);
});

test("tells when so many fail that nobody is left out for it", () => {
  const down = { ...STATUS, mirrors: PREFIXES.map((prefix) => statusOf(prefix, "down")) };
  assert.deepEqual([makePage(STATUS).failedOpen, makePage(down).failedOpen], [false, true]);
});

test("says that a pool was never probed, rather than that it is up", () => {
  const page = makePage(undefined);
  assert.equal(page.probed, "");
  assert.deepEqual(
    page.rows.map(({ word }) => word),
    ["not probed", "not probed", "not probed", "not probed", "off"],
  );
});

test("pictures 30 days that end today, whatever days are known", () => {
  const { cells, words, percent } = pictureHistory(
    [
      { day: "2026-09-01", checks: 9, up: 0 },
      { day: "2026-11-19", checks: 24, up: 24 },
      { day: "2026-11-20", checks: 24, up: 23 },
      { day: "2026-11-21", checks: 2, up: 0 },
    ],
    NOW,
  );
  assert.equal(cells.length, 30);
  assert.deepEqual(
    cells.slice(-4).map(({ day, kind }) => [day, kind]),
    [
      ["2026-11-18", "none"],
      ["2026-11-19", "up"],
      ["2026-11-20", "part"],
      ["2026-11-21", "down"],
    ],
  );
  assert.equal(words, "up in 94 % of 50 checks");
  assert.equal(percent, 94);
});

test("never rounds a fault away", () => {
  assert.equal(pictureHistory([{ day: "2026-11-21", checks: 100_000, up: 99_999 }], NOW).percent, 99.9);
});

test("tells a kind of day by its height, not by colour alone", () => {
  const days = [
    { day: "2026-11-19", checks: 1, up: 1 },
    { day: "2026-11-20", checks: 2, up: 1 },
    { day: "2026-11-21", checks: 1, up: 0 },
  ];
  const heights = pictureHistory(days, NOW)
    .cells.slice(-4)
    .map(({ height }) => height);
  assert.equal(new Set(heights).size, 4);
});

test("the template names every state that a row may have", () => {
  const template = readFileSync("site/status.njk", "utf8");
  for (const { word } of makePage(STATUS).rows) assert.match(template, new RegExp(`<dt>. ${word}</dt>`));
});
