import type { Scenario } from "./scenario.ts";
import { runWay, type WayRun } from "./run-way.ts";
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
export interface WayResult {
  readonly way: string;
  readonly words: string;
  readonly moves: number;
  readonly moves_per_client: number;
  /** The most that any one client was moved. */
  readonly most_moves: number;
  /** For how many minutes some mirror was off its fair share by 5 % and by 50 clients, over or under it. */
  readonly off_minutes: number;
  /** How often a mirror went from over its share to under it by as much, or back. */
  readonly swings: number;
  /** How often a client that does not reach all mirrors was moved with nowhere else to go. */
  readonly wrong_moves: number;
  /** For how many minutes a client was without a mirror, on average. */
  readonly waited_minutes: number;
  readonly loads: readonly LoadSample[];
}

/** What came of a scenario. */
export interface ScenarioResult {
  readonly title: string;
  readonly seed: string;
  readonly hours: number;
  readonly clients: number;
  readonly mirrors: readonly string[];
  readonly ways: readonly WayResult[];
}

/** How many minutes lie between two samples. */
const SAMPLE_MINUTES = 10;

function sumUp({ name, words }: Way, { tally }: WayRun, { count }: Visits): WayResult {
  const { moves, movesOf, offMinutes, swings, wrongMoves, waitedMinutes, samples } = tally;
  return {
    ...{ way: name, words, moves },
    moves_per_client: moves / Math.max(count, 1),
    most_moves: movesOf.reduce((most, own) => Math.max(most, own), 0),
    ...{ off_minutes: offMinutes, swings, wrong_moves: wrongMoves },
    waited_minutes: waitedMinutes / Math.max(count, 1),
    loads: samples.map((clients, index) => ({ minute: index * SAMPLE_MINUTES, clients })),
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
    ways: ways.map((way) => sumUp(way, runWay(way, scenario, visits), visits)),
  };
}
