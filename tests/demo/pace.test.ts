import assert from "node:assert/strict";
import { test } from "node:test";
import { paceChunks } from "../../src/demo/pace.ts";

async function collect(data: Buffer, bytesPerSecond?: number) {
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms));
  const chunks: Buffer[] = [];
  for await (const chunk of paceChunks(data, { chunkBytes: 4, bytesPerSecond, wait })) chunks.push(chunk);
  return { chunks, waits };
}

test("hands out every byte once, in chunks", async () => {
  const data = Buffer.from("0123456789");
  const { chunks, waits } = await collect(data);
  assert.deepEqual(Buffer.concat(chunks), data);
  assert.deepEqual(
    chunks.map(({ length }) => length),
    [4, 4, 2],
  );
  assert.deepEqual(waits, []);
});

test("waits as long as the bytes take at the given rate", async () => {
  const { waits } = await collect(Buffer.alloc(10), 8);
  assert.deepEqual(waits, [500, 500, 250]);
});

test("prepares nothing that is not asked for", async () => {
  let waits = 0;
  const wait = () => Promise.resolve(waits++);
  const chunks = paceChunks(Buffer.alloc(100), { chunkBytes: 1, bytesPerSecond: 1, wait });
  assert.equal(waits, 0);
  await chunks.next();
  assert.equal(waits, 1);
});
