import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { MaintainedMirror } from "../../../src/core/pool.ts";
import { applyPlan } from "../../../src/ops/balance/apply-plan.ts";
import { NEW_BALANCE } from "../../../src/ops/balance/balance-state.ts";
import { beginTerm } from "../../../src/ops/balance/begin-term.ts";
import { listCounted } from "../../../src/ops/balance/list-counted.ts";
import { type BalancePlan, planBalance } from "../../../src/ops/balance/balance-plan.ts";
import { checkLoads } from "../../../src/ops/balance/check-loads.ts";
import { proposeWeights } from "../../../src/ops/balance/propose-weights.ts";
import { checkSpeeds, targetCapacities } from "../../../src/ops/balance/target-capacities.ts";
import { targetLoads } from "../../../src/ops/balance/target-loads.ts";
import { checkStatus } from "../../../src/ops/check-status.ts";
import { judgeMirrors } from "../../../src/ops/judge-mirrors.ts";
import { publishPool } from "../../../src/ops/publish-pool.ts";
import type { MirrorStatus, Status } from "../../../src/ops/status.ts";
import { BALANCE } from "./balance-vectors.ts";

const NOW = "2026-11-28T04:00:00.000Z";

function prefixOf(index: number): string {
  return `https://m${index}.example/`;
}

function poolOf(...weights: readonly number[]): MaintainedMirror[] {
  return weights.map((weight, index) => ({ url_prefix: prefixOf(index), weight }));
}

function statusOf(index: number, extra: Partial<MirrorStatus> = {}): MirrorStatus {
  const times = { since: NOW, checked: NOW, contrary: 0 };
  return {
    url_prefix: prefixOf(index),
    verdict: "up",
    reason: "carries the release",
    ...times,
    lacks: [],
    ...extra,
    history: [],
  };
}

function statusFor(mirrors: readonly MaintainedMirror[], extras: readonly Partial<MirrorStatus>[] = []): Status {
  return { version: 1, probed: NOW, mirrors: mirrors.map((_, index) => statusOf(index, extras[index])) };
}

function planLoads(
  mirrors: readonly MaintainedMirror[],
  status: Status,
  clients: readonly number[],
  step = 20,
): BalancePlan {
  const rows = clients.map((count, index) => ({ url_prefix: prefixOf(index), clients: count }));
  const judgements = judgeMirrors(mirrors, status);
  const { term } = beginTerm(NEW_BALANCE, listCounted(judgements, rows), 0);
  return planBalance(targetLoads(judgements, rows, term), status, step);
}

function planCapacities(mirrors: readonly MaintainedMirror[], status: Status, step = 20): BalancePlan {
  return planBalance(targetCapacities(judgeMirrors(mirrors, status)).targets, status, step);
}

function publish(mirrors: readonly MaintainedMirror[], status: Status): number[] {
  return publishPool({ version: 1, mirrors }, { status, now: new Date(NOW), days: 1 }).list.mirrors.map(
    ({ weight }) => weight,
  );
}

const THREE = poolOf(20, 30, 50);

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
    for (const clients of [...Array<number[]>(6).fill([400, 600, 0]), ...Array<number[]>(5).fill([200, 300, 500])]) {
      current = applyPlan(current, planLoads(THREE, current, clients));
      weights.push(current.mirrors.map((mirror) => mirror.effective_weight ?? -1));
    }
    assert.deepEqual(
      weights.map(([first]) => first),
      [160, 120, 80, 40, 0, 0, 40, 80, 120, 160, -1],
    );
    assert.ok(weights.every(([, , third]) => third === 500 || third === -1));
    assert.deepEqual(current, status);
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

suite("balancing by capacities", () => {
  const speeds = BALANCE.capacities.mbytes_per_second;
  const mirrors = poolOf(...speeds.map(() => 1));
  const status = statusFor(
    mirrors,
    speeds.map((speed) => ({ bytes_per_second: speed * 1e6 })),
  );

  test("comes from equal weights to the capacities in steps, and stays there", () => {
    let current = status;
    const plans = Array.from({ length: 12 }, () => {
      const plan = planCapacities(mirrors, current);
      current = applyPlan(current, plan);
      return plan;
    });
    const total = speeds.reduce((sum, speed) => sum + speed, 0);
    plans.at(-1)?.mirrors.forEach(({ share_after }, index) => {
      assert.ok(Math.abs(share_after - (speeds[index] ?? 0) / total) < 0.005);
    });
    assert.deepEqual(
      plans.at(-1)?.mirrors.map(({ effective_weight }) => effective_weight),
      plans.at(-2)?.mirrors.map(({ effective_weight }) => effective_weight),
    );
    assert.deepEqual(checkStatus(JSON.stringify(current), { file: "s" }).problems, []);
  });

  test("changes no weight by more than its step, but for rounding", () => {
    const step = fc.integer({ min: 1, max: 100 });
    const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1e9 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(list, step, (pairs, percent) => {
        const pool = poolOf(...pairs.map(([weight]) => weight));
        const known = statusFor(
          pool,
          pairs.map(([, speed]) => ({ bytes_per_second: speed })),
        );
        const { scale, mirrors: planned } = planCapacities(pool, known, percent);
        planned.forEach(({ effective_weight }, index) => {
          const own = (pool[index]?.weight ?? 0) * scale;
          assert.ok(Number.isInteger(effective_weight) && effective_weight >= 1 && effective_weight <= 1000);
          assert.ok(Math.abs(effective_weight - own) <= (own * percent) / 100 + 0.5 + 1e-6);
        });
      }),
      { seed: 6 },
    );
  });

  test("counts by its weight who was not measured, and keeps the weight of who was never probed", () => {
    const pool = poolOf(10, 10, 10, 0);
    const known = { ...statusFor(pool, [{ bytes_per_second: 30e6 }, { bytes_per_second: 10e6 }]) };
    const { weights } = targetCapacities(judgeMirrors(pool, known));
    assert.deepEqual(weights, [3, 1, 2, 0]);
    const unprobed = { ...known, mirrors: known.mirrors.slice(0, 2) };
    const plan = planCapacities(pool, unprobed, 100);
    assert.equal(plan.mirrors[2]?.effective_weight, 10 * plan.scale);
    assert.match(plan.mirrors[2].reason, /was never probed: keeps its own weight$/);
    assert.deepEqual(publish(pool, applyPlan(unprobed, plan)), [15 * plan.scale, 5 * plan.scale, 10 * plan.scale]);
  });

  test("cannot begin where no speed was measured", () => {
    const judgements = judgeMirrors(THREE, statusFor(THREE));
    assert.deepEqual(
      checkSpeeds(judgements, "status.json").map(({ code }) => code),
      ["no-speed"],
    );
  });

  test("never gives a weight above 1000, however uneven", () => {
    const pool = poolOf(...Array<number>(20).fill(1000));
    const known = statusFor(
      pool,
      pool.map((_, index) => ({ bytes_per_second: index === 0 ? 1e9 : 1e5 })),
    );
    const { mirrors: planned } = planCapacities(pool, known, 100);
    assert.equal(planned[0]?.effective_weight, 1000);
    assert.ok(planned.slice(1).every(({ effective_weight }) => effective_weight === 1));
  });
});

suite("proposing weights", () => {
  test("changes the weights and no other letter", () => {
    const text =
      '{ "mirrors": [\n  { "weight" : 1, "url_prefix": "https://a.example/" },\n  {"url_prefix":"https://b.example/","weight":2}\n]}\n';
    assert.equal(proposeWeights(text, [7, 2]), text.replace("1,", "7,"));
  });
});
