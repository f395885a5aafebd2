import assert from "node:assert/strict";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { after, before, suite, test } from "node:test";
import { SITE_HOST } from "./hosts.ts";
import { startLab, type Lab } from "./lab.ts";
import { POOL_ANSWERS } from "./pool-answers.ts";

let lab: Lab;

interface Question {
  readonly host?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks over plain HTTP, which needs no certificate; rejects when the connection is cut before the head. */
async function ask({ host = SITE_HOST, path, headers = {} }: Question): Promise<IncomingMessage> {
  const asked = request({ port: lab.httpPort, host: "127.0.0.1", path, headers: { ...headers, host }, agent: false });
  const [response] = (await once(asked.end(), "response")) as [IncomingMessage];
  return response;
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function isWholeJson(kind: string): Promise<boolean> {
  try {
    JSON.parse(await readText(await ask({ path: `/pool/${kind}.json` })));
    return true;
  } catch {
    return false;
  }
}

before(async () => {
  lab = await startLab();
});

after(() => lab.close());

suite("the lab", () => {
  test("answers each fault on a pool's way as its name says", async () => {
    const endless = ["hanging", "stalling"];
    const kinds = Object.keys(POOL_ANSWERS).filter((kind) => !endless.includes(kind));
    const whole = await Promise.all(kinds.map(async (kind) => ((await isWholeJson(kind)) ? [kind] : [])));
    assert.deepEqual(whole.flat(), ["ok", "expired", "fresh", "missing", "error", "large"]);
    assert.equal((await ask({ path: "/pool/missing.json" })).resume().statusCode, 404);
    assert.equal((await ask({ path: "/pool/error.json" })).resume().statusCode, 500);
    assert.ok((await readText(await ask({ path: "/pool/large.json" }))).length > 5_000_000);
  });

  test("serves the vectors, and pools of hosts", async () => {
    const vector: unknown = JSON.parse(await readText(await ask({ path: "/pool/vector/ok.json" })));
    assert.ok(typeof vector === "object" && vector !== null && "mirrors" in vector);
    const pool = await readText(await ask({ path: "/pool/of/gone.example,one.example.json" }));
    assert.match(pool, /https:\/\/gone\.example\/pub\/.*https:\/\/one\.example\/pub\//);
  });

  test("names a slip of the pen in a test's query", async () => {
    for (const path of ["/pool/mising.json", "/pool/vector/none.json", "/pages/plain.html?csp=none"]) {
      const response = await ask({ path });
      assert.equal(response.statusCode, 501);
      assert.match(await readText(response), /RangeError: no (pool|policy)|has no vector/);
    }
  });

  test("bends a page by its query", async () => {
    const page = await ask({ path: "/pages/plain.html?pool=vector/a%20b&csp=no-scripts" });
    assert.equal(page.headers["content-security-policy"], "script-src 'none'");
    assert.match(await readText(page), /data-pool="\/pool\/vector\/a%20b\.json"/);
  });

  test("records who was asked what, and what the browser told", async () => {
    lab.forget();
    const headers = { referer: "https://site.example/", cookie: "a=b" };
    (await ask({ host: "one.example:443", path: "/pub/x?y", headers })).resume();
    assert.deepEqual(lab.requests, [
      { host: "one.example", method: "GET", path: "/pub/x?y", referrer: "https://site.example/", cookies: "a=b" },
    ]);
  });

  test("closes though somebody still waits for an answer", async () => {
    const other = await startLab();
    const waiting = request({ port: other.httpPort, host: "127.0.0.1", headers: { host: "hangs.example" } }).end();
    const cut = once(waiting, "response").then(
      () => "answered",
      () => "cut",
    );
    while (other.requests.length === 0) await new Promise(setImmediate);
    await other.close();
    assert.equal(await cut, "cut");
  });
});
