import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { test } from "node:test";
import { buildSample } from "./build-sample.ts";

const FALLBACK = "https://dl.project.example/";
const GOOD = { url_prefix: "https://mirror.project.example/pub/", weight: 3 };

function poolOf(...mirrors: readonly unknown[]): unknown {
  return { version: 1, fallback_prefix: FALLBACK, mirrors };
}

async function readProject(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile("site/project.json", "utf8")) as Record<string, unknown>;
}

/** Gives the message that a build fails with. */
async function failure(building: Promise<unknown>): Promise<string> {
  const error: unknown = await building.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error, "the build must fail");
  return error.message;
}

test("writes what a sponsor says as text", async () => {
  const sponsor = `<img src=x onerror="alert(1)"> & 'friends'`;
  const html = await (await buildSample({ pool: poolOf({ ...GOOD, sponsor }) })).read("index.html");
  assert.ok(!html.includes("<img"));
  assert.ok(html.includes("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;friends&#39;"));
});

test("takes all that is a project's own from one file", async () => {
  const lead = "Something else entirely.";
  const project = {
    ...(await readProject()),
    ...{ name: "Otherix", lead, description: lead, notice: "Made by others.", contact: "we@other.example" },
    operators: { bandwidth: "some", storage: "some", rsync: "rsync://other.example/", sync: "daily" },
    links: { torrent: "/a.torrent", signature: "/a.sig", source: "https://git.other.example/" },
  };
  const site = await buildSample({ pool: poolOf(GOOD), project });
  for (const path of ["index.html", "how-it-works/index.html", "mirrors/index.html"]) {
    const page = await site.read(path);
    assert.match(page, /Otherix/);
    assert.doesNotMatch(page, /Fairmirror OS|fairmirror\.example/);
  }
});

test("refuses a key where no signature lies beside the list, and needs none without a key", async () => {
  assert.match(await failure(buildSample({ isSigned: false })), /releases\.json\.minisig: .*; run "fairmirror sign"/);
  const project = { ...(await readProject()), signing_key: "" };
  const html = await (await buildSample({ isSigned: false, project })).read("index.html");
  assert.doesNotMatch(html, /minisig/);
});

test("writes numbers and countries in the language of the site", async () => {
  const project = { ...(await readProject()), lang: "de" };
  const html = await (await buildSample({ pool: poolOf({ ...GOOD, country: "NZ" }), project })).read("index.html");
  assert.match(html, /<html lang="de"/);
  assert.match(html, /Neuseeland/);
  assert.match(html, /67\.108\.864/);
});

test("lets mirrors on this machine in for trying things out, and says so to the script", async () => {
  const local = { url_prefix: "http://127.0.0.1:8081/pub/", weight: 1 };
  const html = await (await buildSample({ pool: poolOf(local), dev: true })).read("index.html");
  assert.match(html, /connect-src 'self' http:\/\/127\.0\.0\.1:8081;/);
  assert.match(html, /data-pool="\/mirrors\.json" data-dev="on">/);
  assert.match(await failure(buildSample({ pool: poolOf(local) })), /\/mirrors\/0\/url_prefix: /);
});

for (const url_prefix of ["https://*/", "https://*.example/", "https://m.example;sandbox/", "https://m.example,x/"]) {
  test(`refuses ${url_prefix}, which would mean something else in the policy`, async () => {
    assert.match(
      await failure(buildSample({ pool: poolOf(GOOD, { ...GOOD, url_prefix }) })),
      /\/mirrors\/1\/url_prefix: /,
    );
  });
}

test("refuses a file whose name a shell would read as a command", async () => {
  const file = { path: "a/$(reboot).img", size: 1, sha256: "0".repeat(64) };
  assert.match(await failure(buildSample({ releases: { version: 1, files: [file] } })), /\/files\/0\/path: /);
});

test("lists every problem of every file at once", async () => {
  const project = { ...(await readProject()), name: "", dir: "up" };
  const pool = poolOf({ ...GOOD, url_prefix: "https://m.example/no-slash" }, { ...GOOD, weight: -1 });
  const message = await failure(buildSample({ pool, project }));
  for (const place of ["/mirrors/0/url_prefix", "/mirrors/1/weight", "/name", "/dir"]) {
    assert.match(message, new RegExp(`json ${place}: `), message);
  }
});

test("asks for a fallback prefix, which the links of the site begin with", async () => {
  assert.match(await failure(buildSample({ pool: { mirrors: [GOOD] } })), /mirrors\.json \/fallback_prefix: /);
});

test("leaves the old site as it was when a build fails, and nothing beside it", async () => {
  const site = await buildSample({ pool: poolOf(GOOD) });
  const before = await site.read("index.html");
  await failure(site.rebuild({ pool: poolOf({ ...GOOD, weight: 0 }) }));
  assert.equal(await site.read("index.html"), before);
  const beside = await readdir(dirname(site.output));
  assert.deepEqual(
    beside.filter((name) => name.startsWith("site")),
    ["site"],
  );
});

test("leaves no file of the old site behind in the new one", async () => {
  const site = await buildSample({ pool: poolOf(GOOD) });
  await site.rebuild({ pool: poolOf({ ...GOOD, url_prefix: "https://other.example/" }) });
  assert.match(await site.read("index.html"), /https:\/\/other\.example\//);
  assert.doesNotMatch(await site.read("index.html"), /mirror\.project\.example\/pub\/fairmirror-os/);
});
