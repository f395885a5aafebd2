import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { applyPlan } from "../../../src/ops/balance/apply-plan.ts";
import { proposeWeights } from "../../../src/ops/balance/propose-weights.ts";
import { checkSpeeds, targetCapacities } from "../../../src/ops/balance/target-capacities.ts";
import { checkStatus } from "../../../src/ops/check-status.ts";
import { judgeMirrors } from "../../../src/ops/judge-mirrors.ts";
import { BALANCE } from "../../balance/balance-vectors.ts";
import { poolOf, statusFor, planCapacities, publish, THREE } from "./sample-plans.ts";

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

  test("changes no weight by more than its step, but for rounding and by 1", () => {
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
          assert.ok(Math.abs(effective_weight - own) <= Math.max((own * percent) / 100 + 0.5, 1) + 1e-6);
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
