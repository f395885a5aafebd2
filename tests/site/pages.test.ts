import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { MaintainedPool } from "../../src/core/index.ts";
import { BALANCE_RULES } from "../../src/balance/rules.ts";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
import { buildSample, SAMPLE_SCRIPT } from "./build-sample.ts";

const PAGES = [
  "balance/index.html",
  "fallback/index.html",
  "index.html",
  "how-it-works/index.html",
  "mirrors/index.html",
  "rules/index.html",
  "status/index.html",
  "404.html",
];
const PATH = "fairmirror-os/1.0/fairmirror-os-1.0.img";

const site = await buildSample();
const pool = JSON.parse(await readFile("mirrors/mirrors.json", "utf8")) as MaintainedPool;
const usable = pool.mirrors.filter(({ weight }) => weight > 0);

/** Gives the first group of every match. */
function groups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = ""]) => group);
}

function hrefsOf(html: string, className: string): string[] {
  return groups(html, new RegExp(`<a class="[^"]*\\b${className}(?![\\w-])[^"]*" href="([^"]*)"`, "g"));
}

test("writes the pages, the lists and the script as it was built", async () => {
  const scripts = [
    "check.js",
    "check-worker.js",
    "hand-over.js",
    "mend-file.js",
    "site.js",
    "status.js",
    "balance.js",
    "simulator.js",
  ];
  const extras = [...scripts, "balance.css", "check.css", "logo.svg", "style.css"].map((name) => `assets/${name}`);
  const beside = ["fairmirror-os-1.0.img.meta4", "releases.json.minisig", "sample.pieces"];
  const lists = ["SHA256SUMS", "fairmirror.js", "mirrors.json", "releases.json", "status.json", ...beside];
  assert.deepEqual(await site.paths(), [...PAGES, ...extras, ...lists].sort());
  assert.equal(await site.read("fairmirror.js"), SAMPLE_SCRIPT);
});

test("links the download and the retry under the fallback prefix", async () => {
  const html = await site.read("index.html");
  const expected = `${pool.fallback_prefix ?? ""}${PATH}`;
  assert.deepEqual(hrefsOf(html, "use-mirror-pool"), [expected]);
  assert.deepEqual(new Set(hrefsOf(html, "use-mirror-pool-on-retry")), new Set([expected]));
});

test("links every mirror that may be drawn directly, and no other", async () => {
  const hrefs = hrefsOf(await site.read("index.html"), "choose-mirror");
  assert.deepEqual(hrefs.sort(), usable.map(({ url_prefix }) => url_prefix + PATH).sort());
});

test("shows shares that add up to the whole", async () => {
  const shares = groups(await site.read("index.html"), /data-share="([\d.]+)%"/g).map(Number);
  const sum = shares.reduce((total, share) => total + share, 0);
  assert.equal(shares.length, usable.filter(({ url_prefix }) => url_prefix.startsWith("https:")).length);
  assert.ok(Math.abs(sum - 100) < 0.05 * shares.length + 1e-9, `shares add up to ${sum}`);
});

test("gives an .onion mirror no share on an https site, and says who can use it", async () => {
  const rows = (await site.read("index.html")).split("<tr ").filter((row) => row.includes("choose-mirror"));
  for (const row of rows) assert.equal(row.includes("Tor Browser only"), row.includes(".onion/"), row);
  for (const row of rows) assert.equal(row.startsWith('role="row" data-share=""'), row.includes(".onion/"), row);
});

test("names size and SHA-256 of the release", async () => {
  const html = await site.read("index.html");
  const sum = "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a";
  assert.match(html, /64 MiB/);
  assert.match(html, /67,108,864 bytes/);
  assert.match(html, new RegExp(`id="sha256">${sum}<`));
  assert.equal(await site.read("SHA256SUMS"), `${sum}  fairmirror-os-1.0.img\n`);
});

test("publishes no word that is between operators and maintainers", async () => {
  const texts = await Promise.all((await site.paths()).map((path) => site.read(path)));
  const secrets = pool.mirrors.flatMap(({ email, notes, rsync_url }) => [email, notes, rsync_url]);
  for (const secret of secrets.filter((word) => word !== undefined)) {
    assert.ok(!texts.some((text) => text.includes(secret)), secret);
  }
});

test("explains every problem on the page of rules, and lists it at the top", async () => {
  const html = await site.read("rules/index.html");
  const codes = EXPLANATIONS.map(({ code }) => code);
  assert.deepEqual(groups(html, /<li><a href="#([^"]+)"/g), codes);
  assert.deepEqual(groups(html, /<h2 id="([^"]+)"><code>/g), codes);
});

test("shows every rule of balancing with its number, its reason and its source", async () => {
  const html = (await site.read("balance/index.html")).replace(/&#(\d+);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );
  for (const { words, reason, source } of Object.values(BALANCE_RULES))
    for (const text of [words, reason, source]) assert.ok(html.includes(text), text);
  for (const number of [
    "5 % of the fair share",
    "50 clients",
    "10 min",
    "30 s",
    "2 min",
    "6 min",
    "9 min 30 s",
    "6 terms",
  ])
    assert.ok(html.includes(`<td role="cell" data-label="Number">${number}</td>`), number);
});

test("shows each scenario by a picture of each way, with a title, and the same in words", async () => {
  const html = await site.read("balance/index.html");
  const pictures = groups(html, /(<svg [^>]*class="way-picture".*?<\/svg>)/g);
  assert.equal(pictures.length, 4 * 7);
  for (const picture of pictures)
    assert.match(picture, /role="img".*<title id="[^"]+">.+<\/title><desc id="[^"]+">.+<\/desc>/);
});

for (const page of PAGES) {
  test(`keeps a strict policy on ${page}`, async () => {
    const html = await site.read(page);
    // Also of those that are disabled: a list may be published without the pages.
    const origins = pool.mirrors.map(({ url_prefix }) => new URL(url_prefix).origin).join(" ");
    const rules = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"];
    const expected = [...rules, `connect-src 'self' ${origins}`, "base-uri 'none'", "form-action 'none'"].join("; ");
    const [policy = ""] = groups(html, /http-equiv="Content-Security-Policy" content="([^"]*)"/g);
    assert.deepEqual(policy.replaceAll("&#39;", "'").split(/[; ]+/).sort(), expected.split(/[; ]+/).sort());
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)/);
  });

  test(`loads only files of the site on ${page}, each held to its hash`, async () => {
    const html = await site.read(page);
    const tags = groups(html, /(<(?:script|link rel="stylesheet")[^>]*>)/g);
    for (const tag of tags) {
      const [path = ""] = groups(tag, /(?:src|href)="\/([^"]*)"/g);
      const [integrity = ""] = groups(tag, /integrity="([^"]*)"/g);
      const hash = createHash("sha384").update(await site.read(path));
      assert.equal(integrity.replaceAll("&#x3D;", "="), `sha384-${hash.digest("base64")}`, tag);
    }
    assert.ok(tags.length > 0);
    assert.doesNotMatch(html, /<(?:img|iframe|object|embed|audio|video)\b|@import|url\(/);
  });

  test(`leads nowhere in vain from ${page}`, async () => {
    const html = await site.read(page);
    const paths = await site.paths();
    for (const href of groups(html, /href="(\/[^"]*|#[^"]*)"/g)) {
      const [path = "", id] = href.split("#");
      const file = path === "" ? page : `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
      assert.ok(paths.includes(file), href);
      if (id) assert.match(await site.read(file), new RegExp(`id="${id}"`), href);
    }
  });

  test(`gives every id once on ${page}`, async () => {
    const ids = groups(await site.read(page), /\sid="([^"]*)"/g);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
}
