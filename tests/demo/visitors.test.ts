import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { countEvent, type Hits, NO_HITS } from "../../src/demo/hits.ts";
import { startSiteServer } from "../../src/demo/site-server.ts";
import type { Behaviour } from "../../src/demo/cast.ts";
import { startStandIn } from "../../src/demo/stand-in.ts";
import { sendVisitors } from "../../src/demo/visitors.ts";
import { settle } from "./ask.ts";

const closers: (() => Promise<unknown>)[] = [];

after(async () => {
  for (const close of closers.reverse()) await close();
});

async function startPlayer(behaviour: Behaviour) {
  let counts: Hits = NO_HITS;
  const { port, close } = await startStandIn({
    behaviour,
    file: { data: Buffer.alloc(5000, 1), sha256: "abc" },
    path: "/os/a.img",
    onEvent: (event) => {
      counts = countEvent(counts, event);
    },
  });
  closers.push(close);
  return { prefix: `http://127.0.0.1:${port}/os/`, counts: () => counts };
}

async function startSite(pool: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-test-"));
  closers.push(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "mirrors.json"), JSON.stringify(pool));
  const { port, close } = await startSiteServer({ folder, port: 0 });
  closers.push(close);
  return `http://127.0.0.1:${port}/`;
}

const { signal } = new AbortController();
const visit = { path: "a.img", visitors: 40, pauseMs: 0, signal };

test("every visitor draws, goes on when a mirror fails, and is served once", async () => {
  const [good, down, empty, off] = await Promise.all((["up", "down", "empty", "up"] as const).map(startPlayer));
  assert.ok(good && down && empty && off);
  const weights = [50, 25, 25, 0];
  const mirrors = [good, down, empty, off].map(({ prefix }, index) => ({ url_prefix: prefix, weight: weights[index] }));
  const fallback = await startPlayer("up");
  await sendVisitors({ ...visit, site: await startSite({ fallback_prefix: fallback.prefix, mirrors }) });
  const hits = [good, down, empty].map(({ counts }) => counts().hits);
  assert.equal(
    hits.reduce((sum, one) => sum + one, 0),
    visit.visitors,
  );
  assert.equal(good.counts().bytes, visit.visitors * 1024);
  assert.deepEqual([off.counts(), fallback.counts()], [NO_HITS, NO_HITS]);
});

test("the fallback serves, as a retry, when every mirror fails", async () => {
  const [down, fallback] = await Promise.all([startPlayer("down"), startPlayer("up")]);
  const mirrors = [{ url_prefix: down.prefix, weight: 1 }];
  await sendVisitors({ ...visit, visitors: 3, site: await startSite({ fallback_prefix: fallback.prefix, mirrors }) });
  assert.deepEqual(await settle(fallback.counts), { hits: 0, retries: 3, bytes: 3 * 1024, active: 0 });
});

test("a list without a usable mirror is told", async () => {
  const site = await startSite({ mirrors: [] });
  await assert.rejects(sendVisitors({ ...visit, site }), {
    message: `${site}mirrors.json: no mirror that can be drawn`,
  });
});

test("nobody is sent when it is over", async () => {
  const player = await startPlayer("up");
  const site = await startSite({ fallback_prefix: player.prefix, mirrors: [{ url_prefix: player.prefix, weight: 1 }] });
  await assert.rejects(sendVisitors({ ...visit, site, signal: AbortSignal.abort() }), { name: "AbortError" });
  assert.deepEqual(player.counts(), NO_HITS);
});
