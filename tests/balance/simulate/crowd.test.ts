import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { Crowd } from "../../../src/balance/simulate/crowd.ts";
import { runWay, type WayRun } from "../../../src/balance/simulate/run-way.ts";
import type { Scenario, ScenarioMirror } from "../../../src/balance/simulate/scenario.ts";
import { TAKE_TERMS } from "../../../src/balance/simulate/take-terms.ts";
import { drawVisits } from "../../../src/balance/simulate/visits.ts";
import { WAYS } from "../../../src/balance/simulate/ways.ts";
import { fairShares } from "../../../src/balance/fair-shares.ts";
import { isSaturated } from "../../../src/balance/is-saturated.ts";
import { readScenario, SCENARIO_NAMES } from "./scenarios.ts";

const weights = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 2, maxLength: 6 });
const seeds = fc.nat().map(String);

function scenarioOf(mirrors: readonly ScenarioMirror[], seed: string, more: Partial<Scenario> = {}): Scenario {
  return { title: "", seed, hours: 3, mirrors, clients: { at_start: 2000, arrivals_per_hour: 0 }, ...more };
}

function mirrorsOf(list: readonly number[]): ScenarioMirror[] {
  return list.map((weight, index) => ({ name: `m${index}`, weight }));
}

function run(scenario: Scenario, way = TAKE_TERMS): WayRun {
  return runWay(way, scenario, drawVisits(scenario));
}

/** Gives the clients of each mirror every ten minutes. */
function listTens({ tally }: WayRun): number[][] {
  return tally.samples.filter((_, index) => (index * tally.sampleMinutes) % 10 === 0);
}

/** Whether somebody is saturated in each sample, of mirrors that clients can be on. */
function listSaturated(whole: WayRun, scenario: Scenario, usable: (mirror: ScenarioMirror) => boolean): boolean[] {
  return listTens(whole).map((clients) => {
    const total = clients.reduce((sum, count) => sum + count, 0);
    const takers = scenario.mirrors.map((mirror) => (usable(mirror) ? mirror : { weight: 0 }));
    const shares = fairShares(takers, total);
    return clients.some((count, place) => isSaturated({ clients: count, fair_share: shares[place] ?? 0 }));
  });
}

function assertWhole({ mirrors, places, seats, timetable, waiting }: Crowd): void {
  const seated = mirrors.flatMap(({ clients }) => clients);
  assert.equal(new Set(seated).size, seated.length);
  mirrors.forEach(({ clients }, place) => {
    clients.forEach((client, seat) => {
      assert.deepEqual([places[client], seats[client]], [place, seat]);
    });
  });
  assert.equal(places.filter((place) => place >= 0).length, seated.length);
  const due = timetable.ticks.filter((tick, client) => tick >= 0 && (places[client] ?? -1) < 0).length;
  assert.ok(due <= waiting);
}

suite("the crowd of a simulation", () => {
  for (const way of WAYS)
    test(`loses and doubles no client: ${way.name}`, () => {
      fc.assert(
        fc.property(weights, seeds, (list, seed) => {
          const mirrors = mirrorsOf(list).map((mirror, index) =>
            index === 0 ? { ...mirror, joins_minute: 10 } : mirror,
          );
          const { crowd } = run(scenarioOf(mirrors, seed, { hours: 1 }), way);
          assertWhole(crowd);
          const seated = crowd.mirrors.reduce((sum, { clients }) => sum + clients.length, 0);
          assert.equal(seated + crowd.waiting, crowd.visits.count);
        }),
        { seed: 6, numRuns: 10 },
      );
    });

  test("is whole in every scenario at its end, whoever left in between", () => {
    for (const name of SCENARIO_NAMES) assertWhole(run(readScenario(name)).crowd);
  });

  test("is the same for the same seed, and another for another", () => {
    const scenario = readScenario("new-mirror");
    assert.deepEqual(run(scenario).tally, run(scenario).tally);
    assert.notDeepEqual(run(scenario).tally, run({ ...scenario, seed: "2" }).tally);
  });
});

suite("a crowd that is balanced in terms", () => {
  test("settles within 8 terms from any start, stays so, and moves nobody twice", () => {
    fc.assert(
      fc.property(weights, fc.nat({ max: 4 }), seeds, (list, late, seed) => {
        const mirrors = mirrorsOf(list).map((mirror, index) =>
          index <= late && index < list.length - 1 ? { ...mirror, joins_minute: 10 } : mirror,
        );
        const scenario = scenarioOf(mirrors, seed);
        const whole = run(scenario);
        const settled = listSaturated(whole, scenario, () => true).slice(1 + 8);
        assert.ok(settled.length > 0 && settled.every((isOver) => !isOver));
        assert.ok(whole.tally.movesOf.every((moves) => moves <= 1));
        assert.equal(whole.tally.wrongMoves, 0);
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  test("puts a broken newcomer out by the end of its first term, and has those home again that were sent to it", () => {
    fc.assert(
      fc.property(weights, seeds, (list, seed) => {
        const weight = list.reduce((sum, one) => sum + one, 0);
        const newcomer = { name: "new", weight, joins_minute: 10, breaks_minute: 10 };
        const scenario = scenarioOf([...mirrorsOf(list), newcomer], seed, { hours: 1 });
        const whole = run(scenario);
        const tens = listTens(whole);
        assert.ok(whole.tally.moves >= 10);
        assert.deepEqual(tens[2], tens[1]);
        const isOver = listSaturated(whole, scenario, ({ name }) => name !== "new");
        if (!isOver.some(Boolean)) assert.deepEqual(tens.at(-1), tens[1]);
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  test("moves pinned clients once at most in a balance", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const groups = [{ part: 0.5, pinned_to: ["m0", "m1"] }];
        const mirrors = mirrorsOf([20, 30, 50]).map((mirror) =>
          mirror.name === "m2" ? { ...mirror, joins_minute: 10 } : mirror,
        );
        const scenario = scenarioOf(mirrors, seed, { clients: { at_start: 4000, arrivals_per_hour: 0, groups } });
        const whole = run(scenario);
        const over = listSaturated(whole, scenario, () => true);
        const balances = over.filter((isOver, index) => isOver && !over[index - 1]).length;
        const { groups: groupOf } = whole.crowd.visits;
        const most = whole.tally.movesOf.reduce(
          (part, moves, client) => (groupOf[client] ? Math.max(part, moves) : part),
          0,
        );
        assert.ok(most > 0 && most <= balances, `${most} moves in ${balances} balances`);
      }),
      { seed: 6, numRuns: 10 },
    );
  });

  test("moves those above a threshold first, all in one term", () => {
    const mirrors = mirrorsOf([100, 100]).map((mirror, index) =>
      index === 0 ? { ...mirror, max_clients: 300 } : { ...mirror, joins_minute: 10 },
    );
    const [, before, after] = listTens(run(scenarioOf(mirrors, "1", { hours: 1 })));
    assert.equal(before?.[0], 2000);
    assert.equal(after?.[0], 300);
  });
});
