import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { suite, test } from "node:test";
import { checkPieces } from "../../src/verify/check-pieces.ts";
import { digestBytes, hasSum } from "../../src/verify/check-sum.ts";
import { openPieces } from "../../src/verify/open-pieces.ts";
import { countPieces, type PieceList } from "../../src/verify/piece-list.ts";
import { readPieces } from "../../src/verify/read-pieces.ts";

const LENGTH = 65_536;
const DATA = Buffer.from(Uint8Array.from({ length: 5 * LENGTH + 77 }, (_, index) => (index * 7919) >>> 3));

function sha256(data: Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}

function makeList(data: Buffer): PieceList {
  const starts = Array.from({ length: Math.ceil(data.length / LENGTH) }, (_, index) => index * LENGTH);
  return {
    size: data.length,
    length: LENGTH,
    hashes: Buffer.concat(starts.map((at) => sha256(data.subarray(at, at + LENGTH)))),
  };
}

const LIST = makeList(DATA);

/** The ways in which browsers let a file be read: as a byte stream, as a plain stream, and only in slices. */
const WAYS: Readonly<Record<string, (blob: Blob) => Blob>> = {
  "a byte stream": (blob) => blob,
  "a plain stream": (blob) => bend(blob, (part) => () => part.stream().pipeThrough(new TransformStream())),
  slices: (blob) => bend(blob, () => undefined),
};

/** Gives a file whose stream, and that of its slices, is another. */
function bend(blob: Blob, stream: (blob: Blob) => unknown): Blob {
  const slice = blob.slice.bind(blob);
  Object.defineProperty(blob, "stream", { value: stream(new Blob([blob])) });
  Object.defineProperty(blob, "slice", { value: (from?: number, to?: number) => bend(slice(from, to), stream) });
  return blob;
}

async function findBad(
  data: Uint8Array<ArrayBuffer>,
  more: { every?: boolean; from?: number; to?: number; way?: string } = {},
) {
  const { every = true, from = 0, to = countPieces(LIST), way = "a byte stream" } = more;
  const file = WAYS[way]?.(new Blob([data])) ?? assert.fail(way);
  let bytes = 0;
  const onBytes = (count: number): void => void (bytes += count);
  const bad = await checkPieces(file, LIST, { from, to, every, digest: digestBytes, onBytes });
  return { bad, bytes };
}

function flip(...places: readonly number[]): Uint8Array<ArrayBuffer> {
  const data = Uint8Array.from(DATA);
  for (const place of places) data[place] = ~(data[place] ?? 0);
  return data;
}

suite("a file's pieces", () => {
  for (const way of Object.keys(WAYS)) {
    test(`are read whole and in order by ${way}`, async () => {
      const file = WAYS[way]?.(new Blob([DATA])) ?? assert.fail();
      const pieces: Buffer[] = [];
      for await (const piece of readPieces(file, LENGTH)) pieces.push(Buffer.from(piece));
      assert.deepEqual(
        pieces.map(({ length }) => length),
        [...Array.from({ length: 5 }, () => LENGTH), 77],
      );
      assert.ok(Buffer.concat(pieces).equals(DATA));
    });

    test(`are right, or told by their numbers, read by ${way}`, async () => {
      assert.deepEqual(await findBad(DATA, { way }), { bad: [], bytes: DATA.length });
      const bad = flip(0, 3 * LENGTH - 1, DATA.length - 1);
      assert.deepEqual(await findBad(bad, { way }), { bad: [0, 2, 5], bytes: DATA.length });
    });
  }

  test("are not read on after a bad one, unless every one is wanted", async () => {
    const { bad, bytes } = await findBad(flip(5, 4 * LENGTH), { every: false });
    assert.deepEqual(bad, [0]);
    assert.ok(bytes <= 2 * LENGTH, String(bytes));
  });

  test("are checked from one to another where the work is shared", async () => {
    const bad = flip(LENGTH, 4 * LENGTH);
    assert.deepEqual(await findBad(bad, { from: 0, to: 3 }), { bad: [1], bytes: 3 * LENGTH });
    assert.deepEqual(await findBad(bad, { from: 3 }), { bad: [4], bytes: DATA.length - 3 * LENGTH });
  });

  test("that a file lacks are bad", async () => {
    assert.deepEqual((await findBad(DATA.subarray(0, 3 * LENGTH))).bad, [3, 4, 5]);
    assert.deepEqual((await findBad(DATA.subarray(0, 3 * LENGTH), { every: false })).bad, [3]);
    assert.deepEqual((await findBad(new Uint8Array())).bad, [0, 1, 2, 3, 4, 5]);
  });

  test("are those that the list names, or they are not used", async () => {
    const pieces = { length: LENGTH, sha256: sha256(LIST.hashes).toString("hex") };
    const release = { path: "os/1.img", size: DATA.length, sha256: "0".repeat(64), pieces };
    const hashes = Uint8Array.from(LIST.hashes);
    assert.deepEqual(await openPieces(release, hashes, digestBytes), { list: { ...LIST, hashes } });
    const other = Uint8Array.from(makeList(Buffer.from(flip(9))).hashes);
    for (const bytes of [other, hashes.slice(1), new Uint8Array()]) {
      const opening = await openPieces(release, bytes, digestBytes);
      assert.ok("problem" in opening && opening.problem.code === "wrong-pieces");
    }
  });

  test("have a sum as a whole, for lists without pieces", async () => {
    const sum = sha256(DATA).toString("hex");
    assert.equal(await hasSum(new Blob([DATA]), sum, () => undefined), true);
    assert.equal(await hasSum(new Blob([flip(1)]), sum, () => undefined), false);
  });
});
