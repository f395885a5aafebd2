import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { LoopbackServer } from "../../src/demo/loopback.ts";
import { findSitePath, startSiteServer } from "../../src/demo/site-server.ts";
import { ask } from "./ask.ts";

let base = "";
let server: LoopbackServer;

before(async () => {
  base = await mkdtemp(join(tmpdir(), "fairmirror-test-"));
  await mkdir(join(base, "site/how"), { recursive: true });
  await mkdir(join(base, "site-secret"));
  for (const name of [
    "index.html",
    "how/index.html",
    "a b.css",
    "s.js",
    "m.mjs",
    "l.json",
    "i.svg",
    "x.pieces",
    "SUMS",
  ])
    await writeFile(join(base, "site", name), name);
  await writeFile(join(base, "site-secret/file"), "secret");
  server = await startSiteServer({ folder: join(base, "site"), port: 0 });
});

after(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

const FILES = [
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/how/?q", "how/index.html", "text/html; charset=utf-8"],
  ["/a%20b.css", "a b.css", "text/css; charset=utf-8"],
  ["/s.js", "s.js", "text/javascript; charset=utf-8"],
  ["/m.mjs", "m.mjs", "text/javascript; charset=utf-8"],
  ["/l.json", "l.json", "application/json; charset=utf-8"],
  ["/i.svg", "i.svg", "image/svg+xml"],
  ["/x.pieces", "x.pieces", "application/octet-stream"],
  ["/SUMS", "SUMS", "text/plain; charset=utf-8"],
] as const;

for (const [path, content, type] of FILES) {
  test(`serves ${path} as ${type}`, async () => {
    const { status, headers, body } = await ask({ port: server.port, path });
    assert.deepEqual([status, body.toString(), headers["content-type"]], [200, content, type]);
    const head = await ask({ port: server.port, path, method: "HEAD" });
    assert.deepEqual([head.status, head.body.length, head.headers["content-length"]], [200, 0, `${content.length}`]);
  });
}

const OUTSIDE = [
  "/../site-secret/file",
  "/%2e%2e/site-secret/file",
  "/..%2fsite-secret/file",
  "/how/../../site-secret/file",
];

for (const path of [...OUTSIDE, "/..%5csite-secret", "/%00", "/%", "//../../etc/passwd", "*"]) {
  test(`gives nothing outside the folder, nor what cannot be read: ${path}`, async () => {
    const { status, body } = await ask({ port: server.port, path });
    assert.deepEqual([status, body.toString()], [400, "this path cannot be read\n"]);
  });
}

test("leads to a folder's page, and never to another host", async () => {
  const { status, headers } = await ask({ port: server.port, path: "/how" });
  assert.deepEqual([status, headers.location], [308, "/how/"]);
  assert.equal((await ask({ port: server.port, path: "//how" })).headers.location, "/how/");
});

test("answers 404 to what is not there, 405 to other methods", async () => {
  assert.equal((await ask({ port: server.port, path: "/nothing" })).status, 404);
  assert.equal((await ask({ port: server.port, path: "/", method: "POST" })).status, 405);
});

test("a folder whose name only begins alike is outside", () => {
  assert.equal(findSitePath("/srv/site", "/../site-secret/file"), undefined);
  assert.equal(findSitePath("/srv/site", "/a/../b"), "/srv/site/b");
});
