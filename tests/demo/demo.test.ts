import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import type { Pool } from "../../src/core/index.ts";
import type { Status } from "../../src/ops/status.ts";
import { releaseImage } from "../../src/demo/image.ts";
import { SLOW_ANSWER_MS } from "../../src/demo/stand-in.ts";
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

  test("names the mirror that each stand-in plays, beside its sponsor", () => {
    assert.equal(pool.mirrors[0]?.sponsor, "University of Nordheim, Computing Centre (mirror.uni-nordheim.example)");
  });

  test("shows on the status page what a probe of the stand-ins found", async () => {
    const { body } = await ask({ port, path: "/status.json" });
    const { mirrors } = JSON.parse(body.toString()) as Status;
    const found = mirrors.map(({ verdict, reason }) => `${verdict}: ${reason}`);
    const faults = found.filter((words) => words !== "up: carries the release");
    assert.deepEqual([found.length, faults.length], [12, 2]);
    assert.match(faults.join("\n"), /^down: closes the connection/m);
    assert.match(faults.join("\n"), /^outdated: answers 404 for fairmirror-os\/1\.0\/fairmirror-os-1\.0\.img/m);
    const slow = await findPlayer(/is slow/);
    const latencies = mirrors.map(({ url_prefix, latency_ms = 0 }) => [Number(new URL(url_prefix).port), latency_ms]);
    for (const [of = 0, latency = 0] of latencies) if (of === slow.port) assert.ok(latency >= SLOW_ANSWER_MS - 5);
    const page = (await ask({ port, path: "/status/" })).body.toString();
    assert.match(page, /2 of those that failed the check are drawn all the same/);
    assert.equal(page.match(/up in 100 % of 1 check\b/g)?.length, 2 * 10);
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

test("SIGTERM ends the demo with 0, its servers and its temporary folder gone", { timeout: 60_000 }, async () => {
  const demo = await runDemo(["--port", "0", "--visitors", "200"]);
  const [, port] = await demo.waitFor(/at http:\/\/127\.0\.0\.1:(\d+)\//);
  await demo.waitFor(/^200 hits;/m);
  assert.equal((await demo.temporary()).length, 1);
  demo.signal("SIGTERM");
  const { code, stdout, stderr } = await demo.ended;
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /servers are closed, its temporary folder is removed\.\n$/);
  assert.deepEqual(await demo.temporary(), []);
  await assert.rejects(ask({ port: Number(port), path: "/" }), { code: "ECONNREFUSED" });
});

test("Ctrl-C ends the demo cleanly in the middle of a download", { timeout: 60_000 }, async (context) => {
  const demo = await runDemo(["--port", "0"]);
  context.after(() => demo.signal("SIGTERM"));
  const [, port] = await demo.waitFor(/127\.0\.0\.1:(\d+)\) is slow/);
  const socket = connect(Number(port), "127.0.0.1").on("error", () => undefined);
  const cut = once(socket, "close");
  socket.write(`GET /fairmirror/${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  assert.match(head.toString("latin1"), /^HTTP\/1\.1 200 OK\r\n/);
  demo.signal("SIGINT");
  const { code, stderr } = await demo.ended;
  await cut;
  assert.deepEqual([code, stderr, await demo.temporary()], [0, "", []]);
});

for (const words of [["--port", "65536"], ["--nonsense"]]) {
  test(`wrong usage ends with 2: ${words.join(" ")}`, { timeout: 60_000 }, async () => {
    const { code, stderr } = await (await runDemo(words)).ended;
    assert.equal(code, 2);
    assert.match(stderr, /^error: /);
  });
}
