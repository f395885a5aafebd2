import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import {
  CONTRARY_FINDINGS,
  HISTORY_DAYS,
  updateMirror as updateMirrorAt,
  updateStatus as updateStatusAt,
  type ProbeRound,
} from "../../src/ops/hysteresis.ts";
import type { MirrorStatus, Status } from "../../src/ops/status.ts";
import type { Finding } from "../../src/ops/verdict.ts";

const HOUR_MS = 3_600_000;
const BEGIN = Date.parse("2026-11-21T00:00:00Z");
const SECOND = 1 / 3600;

/** Later than all that is found here. */
const NOW = new Date("2027-01-01T00:00:00Z");

function updateMirror(previous: MirrorStatus | undefined, finding: Finding): MirrorStatus | undefined {
  return updateMirrorAt(previous, finding, NOW);
}

function updateStatus(previous: Status | undefined, findings: readonly Finding[], round: ProbeRound): Status {
  return updateStatusAt(previous, { findings, round, now: NOW });
}

function find(verdict: Finding["verdict"], hour = 0, more: Partial<Finding> = {}): Finding {
  const checked = new Date(BEGIN + hour * HOUR_MS).toISOString();
  return { url_prefix: "https://m.example/", verdict, reason: `is ${verdict}`, checked, lacks: [], ...more };
}

function follow(...verdicts: Finding["verdict"][]): MirrorStatus | undefined {
  return verdicts.reduce<MirrorStatus | undefined>(
    (status, verdict, hour) => updateMirror(status, find(verdict, hour)),
    undefined,
  );
}

/** What was found one after the other, what is thought at the end, and how many findings speak against it. */
const CASES: readonly (readonly [Finding["verdict"][], string, number])[] = [
  [["down"], "down", 0],
  [["up", "down"], "up", 1],
  [["up", "down", "down"], "up", 2],
  [["up", "down", "down", "down"], "down", 0],
  [["up", "down", "down", "up", "down", "down"], "up", 2],
  [["up", "down", "wrong", "outdated"], "outdated", 0],
  [["down", "up", "up", "up"], "up", 0],
  [["up", "down", "unasked", "down", "unasked", "down"], "down", 0],
];

suite("hysteresis", () => {
  for (const [verdicts, verdict, contrary] of CASES)
    test(`after ${verdicts.join(", ")} thinks ${verdict}`, () => {
      const status = follow(...verdicts);
      assert.deepEqual([status?.verdict, status?.contrary], [verdict, contrary]);
    });

  test("keeps the reason and the beginning of a verdict until it changes", () => {
    const before = follow("up", "down", "down");
    assert.deepEqual([before?.reason, before?.since], ["is up", find("up").checked]);
    const after = updateMirror(before, find("down", 3));
    assert.deepEqual([after?.reason, after?.since], ["is down", find("down", 3).checked]);
    assert.equal(updateMirror(after, find("down", 9))?.since, after?.since);
  });

  test("keeps the status of a mirror that could not be asked, and makes none up", () => {
    const known = follow("down");
    assert.equal(updateMirror(known, find("unasked", 1)), known);
    assert.equal(follow("unasked"), undefined);
  });

  test("is not moved by a finding that is no later than the one before", () => {
    const known = follow("up", "down", "down");
    for (const hour of [2, 1, 0, -24]) {
      assert.equal(updateMirror(known, find("down", hour)), known);
      assert.equal(updateMirror(known, find("up", hour)), known);
    }
    assert.equal(updateMirror(known, find("down", 2 + SECOND))?.verdict, "down");
  });

  for (const time of ["lately", "2026-99-99T00:00:00Z", "2026-02-31T00:00:00Z", "9999-01-01T00:00:00Z"])
    test(`is not held up by "${time}", and forgets it`, () => {
      const known = { ...(follow("up", "down") ?? assert.fail()), checked: time, since: time };
      const contrary = updateMirror(known, find("down", 1));
      assert.deepEqual([contrary?.contrary, contrary?.since], [2, find("down", 1).checked]);
      assert.equal(updateMirror(known, find("up", 1))?.since, find("up", 1).checked);
      const round = { probed: find("up", 1).checked, vantagePoints: [] };
      assert.equal(
        updateStatus({ version: 1, probed: time, mirrors: [] }, [find("up", 1)], round).probed,
        round.probed,
      );
    });

  test("learns at once what is lacking, from answers only", () => {
    const lacking = updateMirror(follow("up"), find("outdated", 1, { lacks: ["a"] }));
    assert.deepEqual([lacking?.verdict, lacking?.lacks], ["up", ["a"]]);
    assert.deepEqual(updateMirror(lacking, find("down", 2))?.lacks, ["a"]);
    assert.deepEqual(updateMirror(lacking, find("up", 2))?.lacks, []);
  });

  test("takes over the weight that balancing gave, and no fact of an earlier probe", () => {
    const first = follow("up");
    assert.ok(first);
    const known = { ...first, effective_weight: 4, latency_ms: 9 };
    const next = updateMirror(known, find("up", 1, { ipv4: true }));
    assert.deepEqual([next?.effective_weight, next?.latency_ms, next?.ipv4], [4, undefined, true]);
  });

  test("takes over the scale of the weights that balancing gave", () => {
    const round = { probed: find("up").checked, vantagePoints: [] };
    const first = updateStatus(undefined, [find("up")], round);
    assert.equal(updateStatus({ ...first, weight_scale: 10 }, [find("up", 1)], round).weight_scale, 10);
    assert.equal(updateStatus(first, [find("up", 1)], round).weight_scale, undefined);
  });

  test("counts the checks of each day, and keeps 30 days", () => {
    let status: MirrorStatus | undefined;
    for (let hour = 0; hour < 40 * 24; hour += 12)
      status = updateMirror(status, find(hour % 24 === 0 ? "up" : "down", hour));
    assert.equal(status?.history.length, HISTORY_DAYS);
    assert.deepEqual(status.history.at(-1), { day: "2026-12-30", checks: 2, up: 1 });
    assert.equal(status.history[0]?.day, "2026-12-01");
  });

  test("forgets days that have not come", () => {
    const before = find("up");
    const future = [1, 2, 3].map((day) => ({ day: `2030-01-0${day}`, checks: 1, up: 0 }));
    const status = updateMirror(updateMirror(undefined, before), find("up", 1));
    assert.ok(status);
    const mended = updateMirror({ ...status, history: [...status.history, ...future] }, find("up", 2));
    assert.deepEqual(mended?.history, [{ day: "2026-11-21", checks: 3, up: 3 }]);
  });

  test("never changes a verdict before its time, whatever is found (seeded)", () => {
    const verdicts = fc.array(fc.constantFrom("up", "down", "outdated", "wrong", "unasked" as const), { minLength: 2 });
    const check = (found: Finding["verdict"][]): void => {
      const asked = found.filter((verdict) => verdict !== "unasked");
      const [before, after] = [follow(...found.slice(0, -1)), follow(...found)];
      if (!before || before.verdict === after?.verdict) return;
      assert.ok(asked.slice(-CONTRARY_FINDINGS).every((verdict) => verdict !== before.verdict));
    };
    fc.assert(fc.property(verdicts, check), { seed: 20261121 });
  });

  test("keeps the later of two rounds, and where it was probed from", () => {
    const rounds = [5, 2, 6].map((hour) => ({ probed: find("up", hour).checked, vantagePoints: [`at${hour}`] }));
    const [first, second, third] = rounds.map((_, index) =>
      rounds
        .slice(0, index + 1)
        .reduce<Status | undefined>(
          (status, round, probe) => updateStatus(status, [find("up", probe)], round),
          undefined,
        ),
    );
    assert.deepEqual([second?.probed, second?.vantage_points], [first?.probed, ["at5"]]);
    assert.deepEqual([third?.probed, third?.vantage_points], [find("up", 6).checked, ["at6"]]);
  });

  test("takes a round that tells nothing new of any mirror for none", () => {
    const first = updateStatus(undefined, [find("up")], { probed: find("up").checked, vantagePoints: ["fra1"] });
    const round = { probed: find("up", 1).checked, vantagePoints: ["nyc1"] };
    for (const findings of [[], [find("unasked", 1)], [find("up")]])
      assert.deepEqual(updateStatus(first, findings, round).vantage_points, ["fra1"]);
  });

  test("keeps the order of the findings, and forgets mirrors that left the pool", () => {
    const other = { ...find("up"), url_prefix: "https://n.example/" };
    const round = { probed: find("up").checked, vantagePoints: ["fra1"] };
    const first = updateStatus(undefined, [find("up"), other], round);
    const { mirrors, vantage_points } = updateStatus(first, [other], round);
    assert.deepEqual(
      mirrors.map(({ url_prefix }) => url_prefix),
      ["https://n.example/"],
    );
    assert.deepEqual(vantage_points, ["fra1"]);
  });
});
