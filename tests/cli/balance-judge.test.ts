import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Act } from "../../src/balance/next-act.ts";
import { planRun, type RunPlan } from "../../src/cli/balance/plan-run.ts";
import type { Status } from "../../src/ops/status.ts";
import { SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";

const TERM = "2026-11-28T16:00:00.000Z";
const PREFIXES = SAMPLE_POOL.mirrors.map(({ url_prefix }) => url_prefix);
const [, , EMPTY = ""] = PREFIXES;

/** The first mirror is relieved by a step, and 42 clients were to come to the third. */
const STATUS = {
  version: 1,
  probed: TERM,
  weight_scale: 10,
  balance: {
    began: TERM,
    term: TERM,
    mirrors: [
      { url_prefix: PREFIXES[0], clients: 900, excesses: [150] },
      { url_prefix: PREFIXES[1], clients: 500 },
      { url_prefix: EMPTY, clients: 100, expected: 42 },
    ],
  },
  mirrors: PREFIXES.map((prefix, index) => sampleStatus(prefix, "up", index === 0 ? { effective_weight: 240 } : {})),
} as unknown as Status;

interface Setting {
  readonly status?: Status;
  readonly counted?: string;
}

function plan(act: Act, time: string, clients: readonly number[], { status = STATUS, counted }: Setting = {}): RunPlan {
  const rows = clients.map((count, index) => ({ url_prefix: PREFIXES[index] ?? "", clients: count }));
  const loads = { file: "c.csv", rows, ...(counted !== undefined && { counted: Date.parse(counted) }) };
  const inputs = { pool: SAMPLE_POOL, status, statusFile: "status.json" };
  const run = planRun({ ...inputs, loads }, status, { act, step: 20, now: new Date(`2026-11-28T${time}Z`) });
  assert.ok("plan" in run);
  return run;
}

function weightsOf({ plan: { mirrors } }: RunPlan): number[] {
  return mirrors.slice(0, 3).map(({ effective_weight }) => effective_weight);
}

suite("judging a term at :09:30", () => {
  test("puts a mirror out that almost nobody came to, and leaves every other weight as it is", () => {
    const run = plan("judge", "16:09:30", [900, 500, 101]);
    assert.deepEqual([run.condemned, weightsOf(run)], [[EMPTY], [240, 200, 0]]);
    assert.equal(run.memory?.mirrors[0]?.broken_since, "2026-11-28T16:09:30.000Z");
  });

  test("leaves every weight as it is where clients came, and the next term does not judge again", () => {
    const run = plan("judge", "16:09:30", [860, 500, 140]);
    assert.deepEqual([run.condemned, weightsOf(run)], [[], [240, 200, 100]]);
    assert.ok(run.memory?.mirrors.every(({ clients }) => clients === undefined));
    const next = plan("begin", "16:10:00", [900, 500, 100], {
      status: { ...STATUS, balance: run.memory } as Status,
    });
    assert.deepEqual([next.condemned, weightsOf(next)], [[], [180, 200, 100]]);
  });

  test("finds nobody broken by clients that were counted before half of its moves were due, and says so", () => {
    for (const [act, time] of [
      ["judge", "16:09:30"],
      ["begin", "16:10:00"],
    ] as const) {
      const [before, since] = ["2026-11-28T16:01:29Z", "2026-11-28T16:01:30Z"].map((counted) =>
        plan(act, time, [900, 500, 100], { counted }),
      );
      assert.deepEqual([before?.condemned, before?.isUncounted], [[], true]);
      assert.deepEqual([since?.condemned, since?.isUncounted], [[EMPTY], false]);
    }
  });

  test("does nothing to a term that began less than half a term ago", () => {
    const late = { ...STATUS, balance: { ...STATUS.balance, term: "2026-11-28T16:07:00.000Z" } } as Status;
    const run = plan("judge", "16:09:30", [900, 500, 100], { status: late });
    assert.deepEqual([run.condemned, run.memory], [[], late.balance]);
  });
});
