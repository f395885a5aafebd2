import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import type { Pool } from "../../src/core/index.ts";
import { releaseImage } from "../../src/demo/image.ts";
import { ask } from "./ask.ts";
import { runDemo, type RunningDemo } from "./run-demo.ts";

const PATH = "fairmirror-os/1.0/fairmirror-os-1.0.img";
const MIB = 2 ** 20;

describe("a running demo", { timeout: 120_000 }, () => {
  let demo: RunningDemo;
  let port = 0;
  let pool: Pool;

  before(async () => {
    demo = await runDemo(["--port", "0"]);
    port = Number((await demo.waitFor(/at http:\/\/127\.0\.0\.1:(\d+)\//))[1]);
    pool = JSON.parse((await ask({ port, path: "/mirrors.json" })).body.toString()) as Pool;
  });

  after(async () => {
    demo.signal("SIGTERM");
    await demo.ended;
  });

  /** Gives where the stand-in of a part listens, and its file's path, as the printed words and the site's list tell. */
  async function findPlayer(words: RegExp) {
    const match = await demo.waitFor(new RegExp(`127\\.0\\.0\\.1:(\\d+)\\) ${words.source}`));
    const prefix = pool.mirrors.map(({ url_prefix }) => new URL(url_prefix)).find((url) => url.port === match[1]);
    assert.ok(prefix, `no mirror of the site's list has the port ${match[1] ?? ""}`);
    return { port: Number(prefix.port), path: prefix.pathname + PATH };
  }

  test("serves the page and the script", async () => {
    const page = await ask({ port, path: "/" });
    assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
    assert.match(page.body.toString(), /<script [^>]*data-dev/);
    assert.equal(
      (await ask({ port, path: "/fairmirror.js" })).headers["content-type"],
      "text/javascript; charset=utf-8",
    );
  });

  test("the site's list names this machine only, and no private word", () => {
    for (const prefix of [pool.fallback_prefix ?? "", ...pool.mirrors.map(({ url_prefix }) => url_prefix)])
      assert.match(prefix, /^http:\/\/127\.0\.0\.1:\d+\/([^?#]*\/)?$/);
    assert.doesNotMatch(JSON.stringify(pool), /email|notes|rsync/);
  });

  test("a mirror and the fallback serve the sample image byte for byte", async () => {
    const image = releaseImage();
    const prefixes = [pool.mirrors[0]?.url_prefix, pool.fallback_prefix].map((prefix) => new URL(prefix ?? ""));
    for (const prefix of prefixes) {
      const question = { port: Number(prefix.port), path: prefix.pathname + PATH };
      const part = await ask({ ...question, headers: { range: `bytes=${5 * MIB - 7}-${6 * MIB}` } });
      assert.deepEqual([part.status, part.body.equals(image.subarray(5 * MIB - 7, 6 * MIB + 1))], [206, true]);
      const whole = await ask(question);
      assert.deepEqual([whole.status, whole.body.equals(image)], [200, true]);
    }
  });

  test("the one that is down cuts connections", async () => {
    await assert.rejects(ask(await findPlayer(/is down/)), { code: "ECONNRESET" });
  });

  test("the one without the file answers 404", async () => {
    assert.equal((await ask(await findPlayer(/has no file/))).status, 404);
  });

  test("the slow one serves the same bytes", async () => {
    const { status, body } = await ask({ ...(await findPlayer(/is slow/)), headers: { range: "bytes=0-1023" } });
    assert.deepEqual([status, body.equals(releaseImage().subarray(0, 1024))], [206, true]);
  });

  test("prints a line for each request in a pipe, without colours", async () => {
    const [line] = await demo.waitFor(/^fm\.kiwibyte\.example: GET 404.*$/m);
    assert.equal(line, stripVTControlCharacters(line));
  });

  test("sends 100 visitors for a v", async () => {
    demo.type("v");
    // The few above are what these tests asked for themselves.
    await demo.waitFor(/^10\d hits;/m);
  });
});

for (const name of ["SIGINT", "SIGTERM"] as const) {
  test(`${name} ends the demo with 0, its servers and its temporary folder gone`, { timeout: 60_000 }, async () => {
    const demo = await runDemo(["--port", "0", "--visitors", "200"]);
    const [, port] = await demo.waitFor(/at http:\/\/127\.0\.0\.1:(\d+)\//);
    await demo.waitFor(/^200 hits;/m);
    assert.equal((await demo.temporary()).length, 1);
    demo.signal(name);
    const { code, stdout, stderr } = await demo.ended;
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /servers are closed, its temporary folder is removed\.\n$/);
    assert.deepEqual(await demo.temporary(), []);
    await assert.rejects(ask({ port: Number(port), path: "/" }), { code: "ECONNREFUSED" });
  });
}

test("a taken port is told with its cure, and nothing is left behind", { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const demo = await runDemo(["--port", `${port}`]);
  const { code, stdout, stderr } = await demo.ended;
  other.close();
  const free = port < 65_535 ? port + 1 : 8080;
  assert.deepEqual([code, stdout], [1, ""]);
  assert.equal(stderr, `port ${port} is taken; run "npm start -- --port ${free}"\n`);
  assert.deepEqual(await demo.temporary(), []);
});

test("a folder without lists is told", { timeout: 60_000 }, async () => {
  const { code, stderr } = await (await runDemo(["--port", "0", "--mirrors", "no-such-folder"])).ended;
  assert.equal(code, 1);
  assert.equal(stderr, "no-such-folder/mirrors.json: cannot be read; name the maintainers' folder with --mirrors\n");
});

for (const words of [["--port", "x"], ["--port", "65536"], ["--visitors", "-1"], ["--nonsense"], ["word"]]) {
  test(`wrong usage ends with 2: ${words.join(" ")}`, { timeout: 60_000 }, async () => {
    const { code, stderr } = await (await runDemo(words)).ended;
    assert.equal(code, 2);
    assert.match(stderr, /^error: /);
  });
}
