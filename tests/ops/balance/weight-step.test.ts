import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { applyPlan } from "../../../src/ops/balance/apply-plan.ts";
import { type BalancePlan, planBalance } from "../../../src/ops/balance/balance-plan.ts";
import { restMirror } from "../../../src/ops/balance/mirror-target.ts";
import { checkStatus } from "../../../src/ops/check-status.ts";
import { judgeMirrors } from "../../../src/ops/judge-mirrors.ts";
import type { Status } from "../../../src/ops/status.ts";
import { NOW, poolOf, prefixOf, statusFor } from "./sample-plans.ts";

const POOL = poolOf(20, 30);
const START = Date.parse(NOW);
const MINUTE_MS = 60_000;

interface Run {
  readonly targets?: readonly number[];
  readonly percent?: number;
  readonly isBroken?: boolean;
}

/** Plans a run so many minutes after the first, which would relieve the first mirror wholly. */
function plan(
  status: Status,
  minute: number,
  { targets = [0, 30], percent = 20, isBroken = false }: Run = {},
): BalancePlan {
  const wanted = judgeMirrors(POOL, status).map((judgement, index) => {
    return { ...restMirror(judgement, null), target: targets[index] ?? 0, isBroken: isBroken && index === 0 };
  });
  return planBalance(wanted, status, { percent, now: new Date(START + minute * MINUTE_MS) });
}

function run(status: Status, minute: number, how: Run = {}): Status {
  return applyPlan(status, plan(status, minute, how));
}

function weightOf({ mirrors: [first] }: Status): number | undefined {
  return first?.effective_weight;
}

suite("a step of balancing", () => {
  const first = run(statusFor(POOL), 0);

  test("is taken once a term, however often the program runs", () => {
    assert.equal(weightOf(first), 160);
    const later = [1, 5, 9.4].reduce((status, minute) => run(status, minute), first);
    assert.deepEqual(later, first);
    assert.equal(weightOf(run(later, 9.5)), 120);
  });

  test("that takes another's place leads by the targets of now, as far as it is told", () => {
    assert.equal(weightOf(run(first, 3, { targets: [24, 30] })), 240);
    assert.equal(weightOf(run(first, 3, { percent: 50 })), 100);
    assert.equal(weightOf(run(run(first, 3, { percent: 50 }), 4)), 160);
  });

  test("is forgotten when it was taken back, and by a clock that went back", () => {
    assert.deepEqual(run(first, 3, { targets: [20, 30] }), statusFor(POOL));
    assert.equal(weightOf(run(first, -1)), 120);
  });

  test("says so when it takes the place of another", () => {
    assert.deepEqual(
      [plan(statusFor(POOL), 0), plan(first, 3), plan(first, 10)].map(({ isAgain }) => isAgain),
      [false, true, false],
    );
  });

  test("does not hold back a broken mirror, and that one is no step", () => {
    const out = run(first, 3, { isBroken: true });
    assert.deepEqual([weightOf(out), out.weight_step], [0, undefined]);
  });

  test("stands in a status that the program takes", () => {
    assert.deepEqual(first.weight_step, { taken: NOW, before: [{ url_prefix: prefixOf(0), weight: 20 }] });
    assert.deepEqual(checkStatus(JSON.stringify(first), { file: "status.json" }).problems, []);
  });
});
