import type { Scenario, ScenarioMirror } from "./scenario.ts";
import { TICKS_AN_HOUR } from "./ticks.ts";
import { createTimetable, enterClient, strikeClient, type Timetable } from "./timetable.ts";
import type { Visits } from "./visits.ts";

/** A mirror as it is at the moment. */
export interface CrowdMirror {
  readonly plan: ScenarioMirror;
  isThere: boolean;
  /** Whether those that come reach it. */
  works: boolean;
  /** How many times as long its clients take. */
  slowness: number;
  /** Whoever is on it, by number, in no order. */
  readonly clients: number[];
  /** How many came since this was last set to 0. */
  arrived: number;
  /** How many came in this minute. */
  rush: number;
}

/** Where everyone is, in one way of balancing. Changed in place: it holds a hundred thousand clients. */
export interface Crowd {
  readonly mirrors: readonly CrowdMirror[];
  readonly visits: Visits;
  /** For each group, which mirrors it reaches, by number; undefined where it is all but a few, and `misses` tells. */
  readonly reaches: readonly (readonly number[] | undefined)[];
  /** For each group, the number of the mirror that it does not reach; -1 for none. */
  readonly misses: readonly number[];
  /** The number of the mirror that each client is on; -1 for nowhere. */
  readonly places: Int16Array;
  /** Where in the list of that mirror it stands. */
  readonly seats: Int32Array;
  /** How many ticks it still needs. */
  readonly needs: Float64Array;
  /** The number of the mirror that each client was last taken from; -1 for none. */
  readonly homes: Int16Array;
  /** In which term it came back in a pause, as `now` of its beginning; 0 for those that did not. */
  readonly marks: Float64Array;
  /** When everyone leaves, or tries again. */
  readonly timetable: Timetable;
  /** How many are on their way: moved or turned away. */
  waiting: number;
}

function findReach({ mirrors }: Scenario, pinned: readonly string[] | undefined): readonly number[] | undefined {
  return pinned?.map((name) => mirrors.findIndex((mirror) => mirror.name === name));
}

/** Makes a crowd in which nobody has come yet. */
export function createCrowd(scenario: Scenario, visits: Visits): Crowd {
  const { groups = [] } = scenario.clients;
  const all = [{ part: 0 }, ...groups];
  return {
    mirrors: scenario.mirrors.map((plan) => ({
      ...{ plan, isThere: plan.joins_minute === undefined, works: true, slowness: 1, clients: [], arrived: 0, rush: 0 },
    })),
    visits,
    reaches: all.map(({ pinned_to }: (typeof groups)[number]) => findReach(scenario, pinned_to)),
    misses: all.map(({ blocked_from }: (typeof groups)[number]) =>
      scenario.mirrors.findIndex(({ name }) => name === blocked_from),
    ),
    places: new Int16Array(visits.count).fill(-1),
    seats: new Int32Array(visits.count),
    needs: visits.needs.slice(),
    homes: new Int16Array(visits.count).fill(-1),
    marks: new Float64Array(visits.count),
    timetable: createTimetable(scenario.hours * TICKS_AN_HOUR, visits.count),
    waiting: 0,
  };
}

/** Tells whether a client would reach a mirror. */
export function isReached(crowd: Crowd, client: number, mirror: number): boolean {
  const group = crowd.visits.groups[client] ?? 0;
  const reach = crowd.reaches[group];
  return reach === undefined ? crowd.misses[group] !== mirror : reach.includes(mirror);
}

/** Lets a client that is nowhere begin on a mirror. */
export function seatClient(crowd: Crowd, client: number, place: number, tick: number): void {
  const mirror = crowd.mirrors[place];
  if (!mirror) return;
  crowd.places[client] = place;
  crowd.seats[client] = mirror.clients.length;
  mirror.clients.push(client);
  mirror.arrived++;
  mirror.rush++;
  const end = tick + Math.max(Math.round((crowd.needs[client] ?? 0) * mirror.slowness), 1);
  enterClient(crowd.timetable, client, end);
}

/** Takes a client from its mirror, with what it still needs. */
export function unseatClient(crowd: Crowd, client: number, tick: number): void {
  const mirror = crowd.mirrors[crowd.places[client] ?? -1];
  if (!mirror) return;
  const end = crowd.timetable.ticks[client] ?? -1;
  if (end >= 0) crowd.needs[client] = Math.max((end - tick) / mirror.slowness, 1);
  strikeClient(crowd.timetable, client);
  const last = mirror.clients.pop() ?? client;
  const seat = crowd.seats[client] ?? 0;
  if (last !== client) {
    mirror.clients[seat] = last;
    crowd.seats[last] = seat;
  }
  crowd.homes[client] = crowd.places[client] ?? -1;
  crowd.places[client] = -1;
}

/** Lets a client that is nowhere try, or try again, at a later tick. */
export function letWait(crowd: Crowd, client: number, tick: number): void {
  crowd.waiting++;
  enterClient(crowd.timetable, client, tick);
}

/** Ends a client's waiting, so that it tries now. */
export function endWaiting(crowd: Crowd, client: number): void {
  crowd.waiting--;
  strikeClient(crowd.timetable, client);
}
