import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assertComplete } from "./assert-complete.ts";
import { poolOf, runVirtual, type VirtualRun } from "./run-virtual.ts";
import { makeSampleFile } from "./sample-file.ts";
import { A, B, mirror } from "./small-runs.ts";

const SAMPLE = makeSampleFile(16 * 1024, 1024);
const DOWNLOADS = 400;

/** One connection, and a look at the pool in the midst of the download, and of a request. */
const LIMITS = { perMirror: 1, total: 1, slowRate: 0, poolMs: 5000 };

const MIRRORS = { [A]: mirror(), [B]: mirror() };

/** A goes from a half to a third: a third of its visitors is to move. */
const RELIEF = 1 / 3;
const RELIEVED = { [A]: { ...mirror(), weight: 25 }, [B]: mirror() };

function download(seed: number): Promise<VirtualRun> {
  let readings = 0;
  const readPool = () => Promise.resolve(poolOf(readings++ === 0 ? MIRRORS : RELIEVED));
  return runVirtual({ sample: SAMPLE, mirrors: MIRRORS, seed, change: () => ({ limits: LIMITS, readPool }) });
}

/** Gives the mirrors asked after each reading of the pool. */
function splitByReading({ events }: VirtualRun): string[][] {
  const parts: string[][] = [];
  for (const event of events) {
    if (event.kind === "pool-read") parts.push([]);
    if (event.kind === "pieces-asked") parts.at(-1)?.push(event.mirror);
  }
  return parts;
}

/** Gives how many pieces a mirror gave after the pool was read anew. */
function countLater({ events }: VirtualRun, url: string): number {
  const readings = events.flatMap(({ kind }, index) => (kind === "pool-read" ? index : []));
  return events.slice(readings[1]).filter((event) => event.kind === "piece-checked" && event.mirror === url).length;
}

suite("a download while a mirror is relieved", () => {
  test("leaves it at the next piece, in the part of the downloads that is due, and stays where it went", async () => {
    let [own, left] = [0, 0];
    for (let seed = 0; seed < DOWNLOADS; seed++) {
      const run = await download(seed);
      assertComplete(run, SAMPLE);
      const [before = [], ...after] = splitByReading(run);
      const later = new Set(after.flat());
      assert.deepEqual([new Set(before).size, later.size], [1, 1]);
      if (before[0] === A) own += 1;
      else assert.ok(later.has(B));
      if (before[0] !== A || !later.has(B)) continue;
      left += 1;
      assert.ok(countLater(run, A) <= LIMITS.perMirror);
    }
    const bound = 3.5 * Math.sqrt((RELIEF * (1 - RELIEF)) / own);
    assert.ok(Math.abs(left / own - RELIEF) <= bound, `${left} of ${own} left`);
  });
});
