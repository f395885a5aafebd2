import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { after, test } from "node:test";
import type { Behaviour } from "../../src/demo/cast.ts";
import { countEvent, type Hits, NO_HITS } from "../../src/demo/hits.ts";
import { ASK_AGAIN_MS } from "../../src/demo/request-kind.ts";
import { SLOW_ANSWER_MS, SLOW_BYTES_PER_SECOND, startStandIn } from "../../src/demo/stand-in.ts";
import { ask, settle } from "./ask.ts";

const PATH = "/pub/os/1.0/os.img";
const data = randomBytes(300_000);
const closers: (() => Promise<void>)[] = [];

after(async () => {
  for (const close of closers) await close();
});

async function start(behaviour: Behaviour) {
  let counts: Hits = NO_HITS;
  const onEvent = (event: Parameters<typeof countEvent>[1]) => {
    counts = countEvent(counts, event);
  };
  let time = 0;
  const [file, now] = [{ data, sha256: "abc" }, () => time];
  const { port, close } = await startStandIn({ behaviour, file, path: PATH, onEvent, now });
  closers.push(close);
  return { port, counts: () => counts, pass: (ms: number) => (time += ms) };
}

test("sends the whole file, with all that a download needs", async () => {
  const { port, counts } = await start("up");
  const { status, headers, body } = await ask({ port, path: PATH });
  assert.equal(status, 200);
  assert.deepEqual(body, data);
  assert.equal(headers["content-length"], `${data.length}`);
  assert.equal(headers["content-type"], "application/octet-stream");
  assert.equal(headers["accept-ranges"], "bytes");
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.equal(headers.etag, '"abc"');
  assert.deepEqual(await settle(counts), { hits: 1, retries: 0, bytes: data.length, active: 0 });
});

test("sends a range, byte for byte", async () => {
  const { port } = await start("up");
  const { status, headers, body } = await ask({ port, path: `${PATH}?x`, headers: { range: "bytes=1000-200999" } });
  assert.equal(status, 206);
  assert.equal(headers["content-range"], `bytes 1000-200999/${data.length}`);
  assert.deepEqual(body, data.subarray(1000, 201_000));
});

test("answers 416 to a range beyond the file, and counts no bytes of it", async () => {
  const { port, counts } = await start("up");
  const { status, headers } = await ask({ port, path: PATH, headers: { range: "bytes=300000-" } });
  assert.equal(status, 416);
  assert.equal(headers["content-range"], `bytes */${data.length}`);
  assert.equal((await settle(counts)).bytes, 0);
});

test("continues a download of the same file only", async () => {
  const { port } = await start("up");
  const range = "bytes=299990-";
  const same = await ask({ port, path: PATH, headers: { range, "if-range": '"abc"' } });
  const other = await ask({ port, path: PATH, headers: { range, "if-range": '"older"' } });
  assert.deepEqual([same.status, other.status], [206, 200]);
});

test("answers HEAD with the same headers and no body, and does not count it", async () => {
  const { port, counts } = await start("up");
  const { status, headers, body } = await ask({ port, path: PATH, method: "HEAD", headers: { range: "bytes=0-1" } });
  assert.deepEqual([status, headers["content-length"], body.length], [200, `${data.length}`, 0]);
  assert.deepEqual(await settle(counts), NO_HITS);
});

test("answers 404 to other paths, 405 to other methods, and counts neither", async () => {
  const { port, counts } = await start("up");
  assert.equal((await ask({ port, path: "/pub/os/" })).status, 404);
  assert.equal((await ask({ port, path: PATH, method: "POST" })).status, 405);
  assert.deepEqual(await settle(counts), NO_HITS);
});

test("one that is down cuts the connection, and counts the request", async () => {
  const { port, counts } = await start("down");
  await assert.rejects(ask({ port, path: PATH }), { code: "ECONNRESET" });
  await assert.rejects(ask({ port, path: PATH, method: "HEAD" }), { code: "ECONNRESET" });
  assert.deepEqual(await settle(counts), { hits: 1, retries: 0, bytes: 0, active: 0 });
});

test("one that is down counts what a browser asks again at once as one download", async () => {
  const { port, counts, pass } = await start("down");
  for (const ms of [10, 10, ASK_AGAIN_MS]) {
    await assert.rejects(ask({ port, path: PATH }), { code: "ECONNRESET" });
    pass(ms);
  }
  await assert.rejects(ask({ port, path: PATH }), { code: "ECONNRESET" });
  assert.deepEqual(await settle(counts), { hits: 2, retries: 0, bytes: 0, active: 0 });
});

test("one without the file answers 404, and counts the request but no bytes", async () => {
  const { port, counts } = await start("empty");
  const { status, headers } = await ask({ port, path: PATH, headers: { "x-demo-retry": "1" } });
  assert.deepEqual([status, headers["access-control-allow-origin"]], [404, "*"]);
  assert.deepEqual(await settle(counts), { hits: 0, retries: 1, bytes: 0, active: 0 });
});

test("a slow one sends the same bytes, and never faster than it may", async () => {
  const { port } = await start("slow");
  const begin = performance.now();
  const { body } = await ask({ port, path: PATH, headers: { range: "bytes=0-131071" } });
  const elapsedMs = performance.now() - begin;
  assert.deepEqual(body, data.subarray(0, 131_072));
  // A lower bound holds on any machine; timers may be early by a millisecond each.
  assert.ok(elapsedMs >= SLOW_ANSWER_MS + (131_072 / SLOW_BYTES_PER_SECOND) * 1000 - 5, `${elapsedMs} ms`);
});

test("a visitor who breaks off leaves no request behind", async () => {
  const { port, counts } = await start("slow");
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();
  assert.ok((await settle(counts)).bytes < data.length);
});
