import { listEvents, type ScenarioEvent } from "./list-events.ts";
import type { Measures } from "./measures.ts";
import { runWay, type WayRun } from "./run-way.ts";
import type { Scenario } from "./scenario.ts";
import { drawVisits, type Visits } from "./visits.ts";
import type { Way } from "./way.ts";
import { WAYS } from "./ways.ts";

/** The clients of each mirror at a moment. */
export interface LoadSample {
  readonly minute: number;
  /** In the order of the scenario's mirrors. */
  readonly clients: readonly number[];
}

/** What one way came to. */
export interface WayResult extends Measures {
  readonly way: string;
  readonly words: string;
  readonly moves: number;
  readonly loads: readonly LoadSample[];
}

/** What came of a scenario. */
export interface ScenarioResult {
  readonly title: string;
  readonly seed: string;
  readonly hours: number;
  readonly clients: number;
  readonly mirrors: readonly string[];
  /** What happened to mirrors, in the order of time. */
  readonly events: readonly ScenarioEvent[];
  readonly ways: readonly WayResult[];
}

function sumUp({ name, words }: Way, { tally }: WayRun, { count }: Visits): WayResult {
  const { moves, movesOf, offMinutes, swings, wrongMoves, rush, waitedMinutes, sampleMinutes, samples } = tally;
  return {
    ...{ way: name, words, moves },
    moves_per_client: moves / Math.max(count, 1),
    most_moves: movesOf.reduce((most, own) => Math.max(most, own), 0),
    ...{ off_minutes: offMinutes, swings, wrong_moves: wrongMoves, rush },
    waited_minutes: waitedMinutes / Math.max(count, 1),
    loads: samples.map((clients, index) => ({ minute: index * sampleMinutes, clients })),
  };
}

/** Runs the ways side by side: the same clients come at the same times. */
export function runScenario(scenario: Scenario, ways: readonly Way[] = WAYS): ScenarioResult {
  const visits = drawVisits(scenario);
  return {
    title: scenario.title,
    seed: scenario.seed,
    hours: scenario.hours,
    clients: visits.count,
    mirrors: scenario.mirrors.map(({ name }) => name),
    events: listEvents(scenario),
    ways: ways.map((way) => sumUp(way, runWay(way, scenario, visits), visits)),
  };
}
