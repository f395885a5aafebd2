import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
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

test("tells how long the list is good, and from when on the last check is too old", () => {
  const expires = "2026-12-21T04:30:00.000Z";
  const page = makePage(STATUS, { ...LIST, expires });
  assert.deepEqual([page.expires, page.listDue], ["2026-12-21 04:30 UTC", { at: expires, isPast: false }]);
  assert.deepEqual(page.probeDue, { at: "2026-11-22T04:00:00.000Z", isPast: false });
  assert.equal(makePage(STATUS, { ...LIST, expires: "2026-11-21T04:29:59.000Z" }).listDue.isPast, true);
  assert.deepEqual([makePage(STATUS).expires, makePage(STATUS).listDue.isPast], ["", false]);
});

test("calls a check old after a day, or when its time makes no sense", () => {
  const isOld = (probed: string) => makePage({ ...STATUS, probed }).probeDue.isPast;
  const times = ["2026-11-20T04:30:00.000Z", "2026-11-20T04:29:59.000Z", "9999-01-01T00:00:00.000Z", "lately"];
  assert.deepEqual(times.map(isOld), [false, true, true, true]);
  assert.equal(makePage(undefined).probeDue.isPast, false);
});

test("the template says loudly what is old, with a word and a shape", () => {
  const template = readFileSync("site/status.njk", "utf8");
  for (const word of ["old", "stale"])
    assert.match(template, new RegExp(`data-due="[^"]+"><span aria-hidden="true">▲</span> ${word}: `));
});

test("keeps a mirror that fails the check down, though balancing found it broken too", () => {
  const term = "2026-11-20T22:00:00.000Z";
  const balance = { term, mirrors: PREFIXES.map((url_prefix) => ({ url_prefix, broken_since: term })) };
  assert.deepEqual(
    makePage({ ...STATUS, balance }).rows.map(({ word }) => word),
    ["broken", "broken", "down", "wrong", "off"],
  );
});

test("the template names every state that a row may have", () => {
  const template = readFileSync("site/status.njk", "utf8");
  for (const { word } of [...makePage(STATUS).rows, { word: "broken" }])
    assert.match(template, new RegExp(`<dt>. ${word}</dt>`));
});
