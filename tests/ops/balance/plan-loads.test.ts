import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { applyPlan } from "../../../src/ops/balance/apply-plan.ts";
import { checkLoads } from "../../../src/ops/balance/check-loads.ts";
import { judgeMirrors } from "../../../src/ops/judge-mirrors.ts";
import { prefixOf, poolOf, statusFor, planLoads, publish, THREE } from "./sample-plans.ts";

suite("balancing by counted clients", () => {
  const status = statusFor(THREE);

  test("tells shares, who is saturated, what moves and why", () => {
    const { mirrors } = planLoads(THREE, status, [400, 600, 0]);
    assert.deepEqual(
      mirrors.map(({ fair_share, saturated, shed, reason }) => [fair_share, saturated, shed, reason]),
      [
        [200, true, 34, "over its fair share by 200: takes no new clients, 34 move first"],
        [300, true, 50, "over its fair share by 300: takes no new clients, 50 move first"],
        [500, false, 0, "has room for 500 more"],
      ],
    );
  });

  test("relieves in steps of 20 % of the weight, down to nothing, and comes back as fast", () => {
    const weights: number[][] = [];
    let current = status;
    for (const clients of [...Array<number[]>(6).fill([400, 600, 0]), ...Array<number[]>(6).fill([200, 300, 500])]) {
      current = applyPlan(current, planLoads(THREE, current, clients));
      weights.push(current.mirrors.map((mirror) => mirror.effective_weight ?? -1));
    }
    assert.deepEqual(
      weights.map(([first]) => first),
      [160, 120, 80, 40, 0, 0, 40, 80, 120, 160, -1, -1],
    );
    assert.ok(weights.every(([, , third]) => third === 500 || third === -1));
    assert.deepEqual(current, status);
  });

  test("relieves and gives back a light mirror too, beside one of the largest weight", () => {
    const mirrors = poolOf(1000, 3, 2, 1);
    let current = statusFor(mirrors);
    const run = (clients: readonly number[]): number[] => {
      current = applyPlan(current, planLoads(mirrors, current, clients));
      return current.mirrors.slice(1).map((mirror) => mirror.effective_weight ?? -1);
    };
    const relieved = Array.from({ length: 4 }, () => run([0, 500, 500, 500]));
    assert.deepEqual(relieved, [
      [2, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const back = Array.from({ length: 3 }, () => run([1490, 4, 3, 3]));
    assert.deepEqual(back, [
      [1, 1, 1],
      [2, 2, 1],
      [-1, -1, -1],
    ]);
  });

  test("takes a step as large as it is told", () => {
    const plan = planLoads(THREE, status, [400, 600, 0], 100);
    assert.deepEqual(publish(THREE, applyPlan(status, plan)), [500]);
    assert.deepEqual(
      plan.mirrors.map(({ share_before, share_after }) => [share_before, share_after]),
      [
        [0.2, 0],
        [0.3, 0],
        [0.5, 1],
      ],
    );
  });

  test("changes nothing in a pool that is balanced", () => {
    const plan = planLoads(THREE, status, [205, 295, 500]);
    assert.ok(plan.isOwn);
    assert.deepEqual(applyPlan(status, plan), status);
  });

  test("leaves out of the count who is down or disabled", () => {
    const mirrors = poolOf(20, 30, 0, 50);
    const down = statusFor(mirrors, [{}, { verdict: "down", reason: "answers 500" }]);
    const { mirrors: planned } = planLoads(mirrors, down, [700, 90, 80, 0]);
    assert.deepEqual(
      planned.map(({ clients, fair_share, saturated }) => [clients, fair_share, saturated]),
      [
        [700, 200, true],
        [90, 0, false],
        [80, 0, false],
        [0, 500, false],
      ],
    );
    assert.match(planned[1]?.reason ?? "", /^down since /);
  });

  test("relieves who is above its max_clients", () => {
    const mirrors = THREE.map((mirror, index) => (index === 2 ? { ...mirror, max_clients: 100 } : mirror));
    const { mirrors: planned } = planLoads(mirrors, statusFor(mirrors), [300, 450, 250]);
    assert.deepEqual(
      planned.map(({ fair_share, saturated, shed }) => [fair_share, saturated, shed]),
      [
        [360, false, 0],
        [540, false, 0],
        [100, true, 150],
      ],
    );
  });

  test("refuses a table that lacks a mirror in use, or has an unknown one", () => {
    const rows = [prefixOf(0), prefixOf(2), "https://m9.exmaple/"].map((url_prefix) => ({ url_prefix, clients: 1 }));
    const problems = checkLoads(rows, judgeMirrors(THREE, status), "loads.csv");
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [
        ["unknown-load", "/2/url_prefix"],
        ["missing-load", ""],
      ],
    );
  });
});
