import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { orderMirrors, type PublicMirror, readPool, sessionDraw } from "../../src/core/index.ts";
import { publishPool } from "../../src/ops/index.ts";
import type { Status } from "../../src/ops/status.ts";

const POOL = {
  mirrors: [50, 30, 20].map((weight, index) => ({ url_prefix: `https://m${index}.example/os/`, weight })),
};
const RELIEVED = "https://m0.example/os/";
const WHEN = { now: new Date("2026-11-21T04:30:00Z"), days: 14 };
const SESSIONS = 20_000;

function statusOf(...weights: readonly number[]): Status {
  const since = "2026-11-20T00:00:00Z";
  const mirrors = POOL.mirrors.map(({ url_prefix }, index) => ({
    ...{ url_prefix, verdict: "up" as const, reason: "", since, checked: since, contrary: 0, lacks: [], history: [] },
    ...(weights[index] !== undefined && { effective_weight: weights[index] }),
  }));
  return { version: 1, probed: since, weight_scale: 10, mirrors };
}

function publish(...weights: readonly number[]): readonly PublicMirror[] {
  return publishPool(POOL, { ...WHEN, status: statusOf(...weights) }).list.mirrors;
}

/** Gives where each session is, by the list as a client reads it. */
function placeSessions(mirrors: readonly PublicMirror[]): (string | undefined)[] {
  const { pool } = readPool({ mirrors });
  return Array.from(
    { length: SESSIONS },
    (_, session) => orderMirrors(pool?.mirrors ?? [], sessionDraw(`session ${session}`))[0]?.url_prefix,
  );
}

/** Three and a half standard deviations of a part of so many sessions. */
function findBound(part: number, sessions: number): number {
  return 3.5 * Math.sqrt((part * (1 - part)) / sessions);
}

suite("relief in the published list", () => {
  test("tells the part of a mirror's visitors that balancing moves away, and nothing of the others", () => {
    const mirrors = publish(250, 300, 200);
    assert.deepEqual(
      mirrors.map(({ relief }) => relief),
      [0.3333, undefined, undefined],
    );
  });

  test("is left out where every mirror has its own weight, on whatever scale", () => {
    for (const mirrors of [publish(), publish(500, 300, 200)])
      assert.ok(mirrors.every((mirror) => !("relief" in mirror)));
  });

  test("counts whom a closed mirror sends to the others as theirs", () => {
    assert.deepEqual(
      publish(0, 300, 100).map(({ relief }) => relief),
      [undefined, undefined],
    );
    assert.deepEqual(
      publish(0, 300, 10).map(({ relief }) => relief),
      [undefined, 0.8387],
    );
  });

  test("moves that part of the mirror's sessions, and no session of another mirror", () => {
    const [before, after] = [placeSessions(publish()), placeSessions(publish(250, 300, 200))];
    const own = before.filter((place) => place === RELIEVED).length;
    const moved = before.flatMap((place, session) => (place === after[session] ? [] : [place]));
    assert.ok(moved.every((place) => place === RELIEVED));
    assert.ok(Math.abs(moved.length / own - 1 / 3) <= findBound(1 / 3, own), `${moved.length} of ${own} moved`);
  });

  test("moves nobody again at the next list that says the same, and brings all home in the end", () => {
    const [own, relieved] = [placeSessions(publish()), placeSessions(publish(250, 300, 200))];
    assert.deepEqual(placeSessions(publish(250, 300, 200)), relieved);
    assert.deepEqual(placeSessions(publish()), own);
  });

  test("moves further sessions of the same mirror alone when it grows", () => {
    const [half, more] = [placeSessions(publish(250, 300, 200)), placeSessions(publish(100, 300, 200))];
    const moved = half.flatMap((place, session) => (place === more[session] ? [] : [place]));
    assert.ok(moved.length > 0 && moved.every((place) => place === RELIEVED));
  });
});
