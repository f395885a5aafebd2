import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { buildSample } from "./build-sample.ts";

const SAMPLE = JSON.parse(await readFile("site/project.json", "utf8")) as unknown;

/** Colours that can be read, none of them the sample's. */
const COLORS = {
  light: {
    ...{ background: "#fffffe", surface: "#f6f1ee", line: "#ddccc4", text: "#201a17" },
    ...{ muted: "#5c504a", accent: "#8a3311", on_accent: "#fffdfc" },
  },
  dark: {
    ...{ background: "#1a1412", surface: "#261d19", line: "#4d3c34", text: "#f1e9e5" },
    ...{ muted: "#bfada4", accent: "#f0a184", on_accent: "#2b1006" },
  },
};

const OTHER = {
  ...{ lang: "ar", dir: "rtl", name: "أخرى", version: "7", lead: "نظام آخر.", description: "نظام آخر كليا." },
  logo: [{ path: "M4 4h40v40h-40z", width: 6 }],
  ...{ format: "صورة", kind: "للجميع", notice: "من صنع آخرين.", contact: "us@other.invalid" },
  signing_key: `RW${"Q".repeat(54)}`,
  operators: { bandwidth: "بعض", storage: "٣ غيغابايت", rsync: "rsync://other.invalid/", sync: "يوميا" },
  links: { torrent: "/other.torrent", signature: "/other.sig", source: "https://git.other.example/" },
  colors: COLORS,
};

/** Gives every text of the sample that is long enough to be its own. */
function listTexts(value: unknown): string[] {
  if (typeof value === "string") return value.length > 4 ? [value] : [];
  return Object.values(Object(value) as object).flatMap(listTexts);
}

const site = await buildSample({
  project: OTHER,
  pool: {
    fallback_prefix: "https://dl.other.example/",
    mirrors: [{ url_prefix: "https://mirror.other.example/", weight: 1, country: "EG" }],
  },
  releases: { version: 1, files: [{ path: "other/other-7.img", size: 5_000_000, sha256: "0".repeat(64) }] },
});

test("another project file leaves no word, colour or line of the sample in any file of the site", async () => {
  const texts = [...listTexts(SAMPLE), "fairmirror.example", "Fairmirror OS", "fairmirror-os"];
  assert.ok(texts.length > 30);
  for (const path of (await site.paths()).filter((name) => name !== "sample.pieces")) {
    const content = await site.read(path);
    assert.deepEqual(
      texts.filter((text) => content.includes(text)),
      [],
      path,
    );
  }
});

test("another project's language, direction, name and logo stand on every page", async () => {
  for (const path of (await site.paths()).filter((name) => name.endsWith(".html"))) {
    const page = await site.read(path);
    assert.match(page, /<html lang="ar" dir="rtl">/);
    assert.match(page, /<title>[^<]*أخرى<\/title>/);
    assert.match(page, /d="M4 4h40v40h-40z"/);
  }
});

test("the icon is the project's logo in its colours", async () => {
  const icon = await site.read("assets/logo.svg");
  assert.match(icon, /fill="#8a3311".*stroke="#fffdfc".*d="M4 4h40v40h-40z"/);
});

test("refuses a logo that is no drawing", async () => {
  for (const logo of [undefined, [], [{ path: 'M0 0"/><script>', width: 1 }], [{ path: "M0 0", width: 0 }], "M0 0"]) {
    await assert.rejects(buildSample({ project: { ...OTHER, logo } }), /project\.json \/logo: must be lines such as/);
  }
});
