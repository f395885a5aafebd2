import assert from "node:assert/strict";
import { test } from "node:test";
import { readByteRange } from "../../src/demo/byte-range.ts";

const CASES = [
  { header: undefined, range: undefined, name: "no header: the whole file" },
  { header: "bytes=0-0", range: { start: 0, end: 1 }, name: "the first byte" },
  { header: "bytes=10-19", range: { start: 10, end: 20 }, name: "a part" },
  { header: "bytes=90-", range: { start: 90, end: 100 }, name: "from a byte on" },
  { header: "bytes=90-500", range: { start: 90, end: 100 }, name: "an end beyond the file is cut" },
  { header: "bytes=-10", range: { start: 90, end: 100 }, name: "the last bytes" },
  { header: "bytes=-500", range: { start: 0, end: 100 }, name: "more last bytes than there are" },
  { header: "bytes=100-", range: "unsatisfiable", name: "a start at the file's end" },
  { header: "bytes=-0", range: "unsatisfiable", name: "no last bytes" },
  { header: "bytes=20-10", range: undefined, name: "an end before the start is ignored" },
  { header: "bytes=-", range: undefined, name: "no numbers are ignored" },
  { header: "bytes=0-1,5-6", range: undefined, name: "several ranges are ignored" },
  { header: "pages=1-2", range: undefined, name: "another unit is ignored" },
] as const;

for (const { header, range, name } of CASES) {
  test(`byte range: ${name}`, () => {
    assert.deepEqual(readByteRange(header, 100), range);
  });
}
