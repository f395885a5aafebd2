import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type PaceTelling, startPace } from "../../src/verify/pace.ts";

const MEGABYTE = 1e6;

function tellFrom(now: () => number): PaceTelling {
  return { lang: "en", left: (time) => `${time} left`, now };
}

/** How long is left of so many bytes at 1 MB/s, and the words for it. */
const TIMES: readonly (readonly [megabytes: number, words: string])[] = [
  [1, "1 second"],
  [90, "90 seconds"],
  [91, "2 minutes"],
  [3600, "60 minutes"],
  [9000, "2.5 hours"],
];

/** What is said of so many bytes a second. */
const SPEEDS: readonly (readonly [bytes: number, words: string])[] = [
  [120_400_000, "120 MB/s"],
  [9_940_000, "9.9 MB/s"],
  [440_000, "0.4 MB/s"],
  [100_000, "0.1 MB/s"],
  [99_000, "99 kB/s"],
  [2_340, "2.3 kB/s"],
  [3, "0.1 kB/s"],
];

suite("the pace of a work", () => {
  test("says nothing before anything is done", () => {
    const pace = startPace(
      { total: 200 * MEGABYTE, done: 50 * MEGABYTE },
      tellFrom(() => 0),
    );
    assert.deepEqual(pace.tell(), { part: 0.25, percent: "", rate: "" });
  });

  test("counts the speed from what it did itself", () => {
    let now = 1000;
    const pace = startPace(
      { total: 200 * MEGABYTE, done: 50 * MEGABYTE },
      tellFrom(() => now),
    );
    now += 2000;
    pace.add(50 * MEGABYTE);
    assert.deepEqual(pace.tell(), {
      part: 0.5,
      percent: "\u206850%\u2069",
      rate: "\u206825 MB/s\u2069 · \u20684 seconds left\u2069",
    });
  });

  for (const [megabytes, words] of TIMES)
    test(`says "${words}" of ${megabytes} s`, () => {
      let now = 0;
      const pace = startPace(
        { total: (megabytes + 1) * MEGABYTE, done: 0 },
        tellFrom(() => now),
      );
      now += 1000;
      pace.add(MEGABYTE);
      assert.ok(pace.tell().rate.includes(`\u2068${words} left\u2069`));
    });

  for (const [bytes, words] of SPEEDS)
    test(`says "${words}" of ${bytes} bytes a second`, () => {
      let now = 0;
      const pace = startPace(
        { total: 2 * bytes, done: 0 },
        tellFrom(() => now),
      );
      now += 1000;
      pace.add(bytes);
      assert.ok(pace.tell().rate.includes(`\u2068${words}\u2069`), pace.tell().rate);
    });

  test("has nothing to say of no work at all", () => {
    assert.deepEqual(
      startPace(
        { total: 0, done: 0 },
        tellFrom(() => 0),
      ).tell(),
      { part: 0, percent: "", rate: "" },
    );
  });
});
