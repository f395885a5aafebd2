import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { createStreamHealer, type StreamHealing } from "../../src/extension/heal/heal-stream.ts";
import { digestNow, makeSampleFile, type SampleFile } from "../verify/download/sample-file.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const PIECE = 1000;
const sample = makeSampleFile(20 * PIECE + 300, PIECE);

interface Healed {
  readonly isWhole: boolean;
  readonly written: Uint8Array;
  /** The pieces that were fetched elsewhere. */
  readonly fetched: readonly number[];
  readonly useless: number;
  readonly mostWaiting: number;
}

function cutChunks(bytes: Bytes, lengths: readonly number[]): Bytes[] {
  const chunks: Bytes[] = [];
  for (let [at, turn] = [0, 0]; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? bytes.length;
    chunks.push(bytes.slice(at, at + length));
    at += length;
  }
  return chunks;
}

function sliceRun({ bytes }: SampleFile, first: number, end: number): Bytes[] {
  return cutChunks(bytes.slice(first * PIECE, end * PIECE), [PIECE]);
}

async function heal(chunks: readonly Bytes[], change: Partial<StreamHealing> = {}): Promise<Healed> {
  const written: Bytes[] = [];
  const fetched: number[] = [];
  let [useless, mostWaiting] = [0, 0];
  const healer = createStreamHealer({
    ...{ list: sample.list, digest: digestNow, write: (bytes) => void written.push(bytes) },
    fetchPieces: ({ first, end }) => Promise.resolve(sliceRun(sample, first, end)),
    onWaiting: (pieces) => void (mostWaiting = Math.max(mostWaiting, pieces)),
    onPiece: (index, origin) => {
      if (origin === "elsewhere") fetched.push(index);
    },
    onBad: () => undefined,
    onUseless: () => void (useless += 1),
    ...change,
  });
  for (const chunk of chunks) healer.push(chunk);
  return { isWhole: await healer.end(), written: Buffer.concat(written), fetched, useless, mostWaiting };
}

function spoil(bytes: Bytes, pieces: readonly number[]): Bytes {
  const spoiled = bytes.slice();
  for (const piece of pieces) spoiled.fill((spoiled[piece * PIECE] ?? 0) ^ 1, piece * PIECE, piece * PIECE + 1);
  return spoiled;
}

suite("a stream that is healed", () => {
  test("passes as it is when it is right, and nothing is fetched for it", async () => {
    const { isWhole, written, fetched, mostWaiting } = await heal(cutChunks(sample.bytes, [700, 1, 2500]));
    assert.ok(isWhole);
    assert.deepEqual(written, Buffer.from(sample.bytes));
    assert.deepEqual(fetched, []);
    assert.ok(mostWaiting > 0);
  });

  test("gets its bad pieces from elsewhere, and only these", async () => {
    const { isWhole, written, fetched, useless } = await heal(cutChunks(spoil(sample.bytes, [3, 20]), [4096]));
    assert.ok(isWhole);
    assert.deepEqual(written, Buffer.from(sample.bytes));
    assert.deepEqual(fetched, [3, 20]);
    assert.equal(useless, 0);
  });

  test("gets the rest from elsewhere when it is cut off in the midst of a piece", async () => {
    const { isWhole, written, fetched } = await heal(cutChunks(sample.bytes.slice(0, 18 * PIECE + 5), [4096]));
    assert.ok(isWhole);
    assert.deepEqual(written, Buffer.from(sample.bytes));
    assert.deepEqual(fetched, [18, 19, 20]);
  });

  test("is given up, once, when a third piece is bad", async () => {
    const { isWhole, written, fetched, useless } = await heal(cutChunks(spoil(sample.bytes, [1, 2, 4, 6]), [4096]));
    assert.ok(isWhole);
    assert.deepEqual(written, Buffer.from(sample.bytes));
    assert.equal(useless, 1);
    assert.deepEqual(fetched, [1, 2, ...Array.from({ length: 17 }, (_, index) => index + 4)]);
  });

  test("ends at the file's end when more comes", async () => {
    const { isWhole, written } = await heal([...cutChunks(sample.bytes, [4096]), new Uint8Array(5000)]);
    assert.ok(isWhole);
    assert.deepEqual(written, Buffer.from(sample.bytes));
  });

  test("takes nothing more once its end was said", async () => {
    const written: Bytes[] = [];
    const healer = createStreamHealer({
      ...{ list: sample.list, digest: digestNow, write: (bytes) => void written.push(bytes) },
      fetchPieces: ({ first, end }) => Promise.resolve(sliceRun(sample, first, end)),
      ...{ onWaiting: () => undefined, onPiece: () => undefined, onBad: () => undefined, onUseless: () => undefined },
    });
    healer.push(sample.bytes.slice(0, 2500));
    const isWhole = healer.end();
    healer.push(sample.bytes.slice(2500));
    assert.deepEqual(await Promise.all([isWhole, healer.end()]), [true, true]);
    assert.deepEqual(Buffer.concat(written), Buffer.from(sample.bytes));
  });

  test("is told as not whole when a piece can be had from nowhere", async () => {
    const nowhere = { fetchPieces: () => Promise.resolve(undefined) };
    const { isWhole, written, useless } = await heal(cutChunks(spoil(sample.bytes, [5]), [4096]), nowhere);
    assert.ok(!isWhole);
    // At once, and not when the rest of the stream has come.
    assert.equal(useless, 1);
    assert.deepEqual(written, Buffer.from(sample.bytes.subarray(0, 5 * PIECE)));
  });

  test("is whole or a right beginning, whatever comes in whatever chunks", async () => {
    const stream = fc.record({
      cut: fc.nat(sample.bytes.length),
      bad: fc.array(fc.nat(20), { maxLength: 5 }),
      lengths: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 }),
      isMendable: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(stream, async ({ cut, bad, lengths, isMendable }) => {
        const chunks = cutChunks(spoil(sample.bytes, bad).slice(0, cut), lengths);
        const nowhere = { fetchPieces: () => Promise.resolve(undefined) };
        const { isWhole, written } = await heal(chunks, isMendable ? {} : nowhere);
        assert.deepEqual(written, Buffer.from(sample.bytes.subarray(0, written.length)));
        assert.equal(isWhole, written.length === sample.bytes.length);
        assert.ok(isWhole || !isMendable);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
