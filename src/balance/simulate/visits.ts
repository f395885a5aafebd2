import { type Random, seededRandom } from "../seeded-random.ts";
import type { ClientGroup, Scenario, ScenarioClients } from "./scenario.ts";
import { TICKS_AN_HOUR } from "./ticks.ts";

/** Every client of a scenario, by number in the order of arrival: the same for each way of balancing. */
export interface Visits {
  readonly count: number;
  /** The tick of the arrival. */
  readonly arrives: Int32Array;
  /** How many ticks a client needs; Infinity when it stays to the end. */
  readonly needs: Float64Array;
  /** The number of its group in the scenario, from 1 on; 0 for those that reach every mirror. */
  readonly groups: Uint8Array;
}

const DAY_TICKS = 24 * TICKS_AN_HOUR;

/** Gives a time until something that happens at random, so many ticks later on average. */
function drawTime(mean: number, random: Random): number {
  return -Math.log(1 - random()) * mean;
}

function findRate({ arrivals_per_hour, daily_wave = 0 }: ScenarioClients, tick: number): number {
  return (arrivals_per_hour / TICKS_AN_HOUR) * (1 + daily_wave * Math.sin((2 * Math.PI * tick) / DAY_TICKS));
}

/** Draws the times of arrival: as many as may come at the busiest hour, of which others are left out (thinning). */
function drawArrivals({ clients, hours }: Scenario, random: Random): number[] {
  const most = (clients.arrivals_per_hour / TICKS_AN_HOUR) * (1 + (clients.daily_wave ?? 0));
  const ticks: number[] = Array<number>(clients.at_start).fill(0);
  if (most === 0) return ticks;
  for (let time = drawTime(1 / most, random); time < hours * TICKS_AN_HOUR; time += drawTime(1 / most, random))
    if (random() * most < findRate(clients, time)) ticks.push(Math.floor(time));
  return ticks;
}

function drawGroup(groups: readonly ClientGroup[], random: Random): number {
  let rest = random();
  return groups.findIndex(({ part }) => (rest -= part) < 0) + 1;
}

/** Draws who comes, when, for how long, and which mirrors they reach. */
export function drawVisits(scenario: Scenario): Visits {
  const random = seededRandom(`${scenario.seed}/visits`);
  const arrives = Int32Array.from(drawArrivals(scenario, random));
  const { groups = [], stay_minutes = Infinity } = scenario.clients;
  const mean = (stay_minutes * TICKS_AN_HOUR) / 60;
  const needs = Float64Array.from(arrives, () => Math.max(drawTime(mean, random), 1));
  const groupOf = Uint8Array.from(arrives, () => drawGroup(groups, random));
  // Of those that are there in the beginning, whoever reaches few mirrors finds a place first: else they would be full of others.
  groupOf.subarray(0, scenario.clients.at_start).sort().reverse();
  return { count: arrives.length, arrives, needs, groups: groupOf };
}
