import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { suite, test } from "node:test";
import { fetchWithin } from "../../src/extension/download/fetch-within.ts";
import type { Question } from "../../src/verify/download/download-request.ts";

function ask(): Question {
  const privacy = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" } as const;
  return { headers: {}, signal: new AbortController().signal, redirect: "follow", ...privacy };
}

suite("the fetch of the extension's downloads", () => {
  test("asks a mirror that does not answer once more at the first failure, and never again", async () => {
    let requests = 0;
    const server = createServer((request) => {
      requests += 1;
      request.socket.destroy();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/os.img`;
    const fetch = fetchWithin(new EventTarget());
    for (let failures = 0; failures < 5; failures++) await assert.rejects(fetch(url, ask()));
    assert.equal(requests, 6);
    server.close();
  });
});
