import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assertComplete } from "./assert-complete.ts";
import { makeSampleFile } from "./sample-file.ts";
import { type PlannedMirror, runVirtual } from "./run-virtual.ts";

const SAMPLE = makeSampleFile(16 * 1024, 1024);

/** Long enough for a faster mirror to be free sooner many times. */
const LONG_SAMPLE = makeSampleFile(32 * 1024, 1024);

/** Fast enough for no mirror to count as slow. */
const RATE = 1024;

const DOWNLOADS = 500;

/** Three standard deviations of a share that is all or nothing for each half of a download. */
function findBound(share: number): number {
  return 3 * Math.sqrt((share * (1 - share)) / 2 / DOWNLOADS);
}

const POOLS = [
  [100, 50],
  [100, 50, 50, 20, 0],
  [1000, 10],
];

function plan(mirrors: readonly { readonly weight: number; readonly rate: number }[]): Record<string, PlannedMirror> {
  return Object.fromEntries(
    mirrors.map(({ weight, rate }, index) => [
      `https://m${index}.example/`,
      { weight, rate, latencyMs: 1, behave: () => ({ kind: "serves" }) },
    ]),
  );
}

/** Gives each mirror's part of the bytes of many downloads. */
async function measureShares(
  mirrors: Record<string, PlannedMirror>,
  { downloads = DOWNLOADS, sample = SAMPLE } = {},
): Promise<number[]> {
  const bytes = new Map(Object.keys(mirrors).map((mirror) => [mirror, 0]));
  for (let seed = 0; seed < downloads; seed++) {
    const run = await runVirtual({ sample, mirrors, seed });
    assertComplete(run, sample);
    for (const account of run.outcome.account.mirrors)
      bytes.set(account.mirror, (bytes.get(account.mirror) ?? 0) + account.bytes);
  }
  return [...bytes.values()].map((sum) => sum / (downloads * sample.list.size));
}

suite("the shares of a download's mirrors", () => {
  for (const weights of POOLS)
    test(`follow the weights ${weights.join("/")} at equal speed`, async () => {
      const sum = weights.reduce((one, other) => one + other, 0);
      const shares = await measureShares(plan(weights.map((weight) => ({ weight, rate: RATE }))));
      for (const [index, share] of shares.entries()) {
        const due = (weights[index] ?? 0) / sum;
        assert.ok(Math.abs(share - due) <= findBound(due), `mirror ${index} gave ${share}, due are ${due}`);
      }
    });

  test("grow with the speed at equal weights", async () => {
    const mirrors = plan([
      { weight: 50, rate: RATE },
      { weight: 50, rate: RATE / 3 },
    ]);
    const [fast = 0, slow = 0] = await measureShares(mirrors, { downloads: 200, sample: LONG_SAMPLE });
    // Each download has both, and it should be 3 to 1.
    assert.ok(fast > 0.65 && slow > 0.2, `${fast} ${slow}`);
  });
});
