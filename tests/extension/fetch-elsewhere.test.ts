import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { sessionDraw } from "../../src/core/session.ts";
import { fetchElsewhere } from "../../src/extension/heal/fetch-elsewhere.ts";
import type { Behaviour } from "../verify/download/behaviour.ts";
import { type MirrorServer, startMirrorServer } from "../verify/download/mirror-server.ts";
import { poolOf } from "../verify/download/run-virtual.ts";
import { digestNow, makeSampleFile } from "../verify/download/sample-file.ts";
import { TIMER_CLOCK } from "../../src/verify/download/timer-clock.ts";

const PIECE = 1000;
const sample = makeSampleFile(10 * PIECE, PIECE);

function plan(behaviours: Readonly<Record<string, Behaviour>>) {
  const mirrors = Object.entries(behaviours).map(([name, behaviour]) => {
    const mirror = { weight: 10, rate: Infinity, latencyMs: 0, behave: () => behaviour };
    return [`https://${name}.example/`, mirror] as const;
  });
  return Object.fromEntries(mirrors);
}

/** Runs with mirrors that behave so; gives which of them were asked. */
async function withMirrors(
  behaviours: Readonly<Record<string, Behaviour>>,
  avoided: string,
  use: (fetchPieces: ReturnType<typeof fetchElsewhere>, asked: string[]) => Promise<void>,
): Promise<void> {
  const mirrors = plan(behaviours);
  const server: MirrorServer = await startMirrorServer(sample.bytes, mirrors);
  const asked: string[] = [];
  const fetch: MirrorServer["fetch"] = (url, question) => {
    asked.push(new URL(url).hostname.replace(".example", ""));
    return server.fetch(url, question);
  };
  const request = {
    ...{
      list: sample.list,
      path: "os/os.img",
      draw: sessionDraw("heal"),
      digest: digestNow,
      clock: TIMER_CLOCK,
      fetch,
    },
    ...{ readPool: () => Promise.resolve(poolOf(mirrors)), random: Math.random, limits: { restMs: 1, poolMs: 1 } },
  };
  try {
    await use(fetchElsewhere(request, `https://${avoided}.example/`), asked);
  } finally {
    await server.close();
  }
}

suite("pieces from elsewhere", () => {
  test("come in their order, and never from the mirror that is being mended", async () => {
    await withMirrors({ drawn: { kind: "serves" }, other: { kind: "serves" } }, "drawn", async (fetchPieces, asked) => {
      const pieces = await fetchPieces({ first: 3, end: 6 });
      assert.deepEqual(Buffer.concat(pieces ?? []), Buffer.from(sample.bytes.slice(3 * PIECE, 6 * PIECE)));
      assert.deepEqual([...new Set(asked)], ["other"]);
    });
  });

  test("are never asked again of a mirror that lied", async () => {
    const behaviours: Record<string, Behaviour> = { liar: { kind: "flips", at: 0 }, other: { kind: "serves" } };
    await withMirrors(behaviours, "drawn", async (fetchPieces, asked) => {
      for (let index = 0; index < 10; index++)
        assert.equal((await fetchPieces({ first: index, end: index + 1 }))?.length, 1);
      assert.ok(asked.filter((name) => name === "liar").length <= 1);
    });
  });

  test("are told as not to be had when no other mirror has them", async () => {
    await withMirrors(
      { drawn: { kind: "serves" }, gone: { kind: "status", status: 404 } },
      "drawn",
      async (fetchPieces) => {
        assert.equal(await fetchPieces({ first: 0, end: 1 }), undefined);
      },
    );
  });
});
