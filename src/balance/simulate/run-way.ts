import { seededRandom } from "../seeded-random.ts";
import { createCrowd, type Crowd, type CrowdMirror, endWaiting, letWait, seatClient, unseatClient } from "./crowd.ts";
import { findPlace, makeOffer, type Offer } from "./find-place.ts";
import { displaceClient, moveClients, type Moving } from "./move-clients.ts";
import type { Scenario } from "./scenario.ts";
import { countMinute, createTally, type Tally } from "./tally.ts";
import { TICK_MS, TICKS_A_MINUTE, TICKS_AN_HOUR } from "./ticks.ts";
import type { Visits } from "./visits.ts";
import { type Guidance, openGuidance, type Way } from "./way.ts";
import { shareCrowd } from "./list-loads.ts";

/** How long a client that was turned away waits, with some jitter: 30 to 60 seconds. */
const AGAIN_TICKS = { least: 3, most: 6 };

/** Lets a client look for a mirror; one that finds none tries again later. */
function seekPlace({ crowd, random, tick }: Moving, offer: Offer, client: number): void {
  const { takes, rooms, marks } = offer.guidance;
  const place = findPlace(offer, client, random);
  const { least, most } = AGAIN_TICKS;
  if (place < 0) return letWait(crowd, client, tick + least + Math.floor(random() * (most - least + 1)));
  seatClient(crowd, client, place, tick);
  if (!((rooms[place] ?? 0) > 0)) crowd.marks[client] = marks[place] ?? 0;
  takes[place] = (takes[place] ?? 0) - 1;
  rooms[place] = (rooms[place] ?? 0) - 1;
}

/** Serves whoever has something to do at this tick: leave, or try again. */
function serveDue(moving: Moving, offer: Offer): void {
  const { crowd, tick } = moving;
  const { firsts } = crowd.timetable;
  for (let client = firsts[tick] ?? -1; client >= 0; client = firsts[tick] ?? -1) {
    if ((crowd.places[client] ?? -1) >= 0) {
      unseatClient(crowd, client, tick);
      continue;
    }
    endWaiting(crowd, client);
    seekPlace(moving, offer, client);
  }
}

function slowDown({ crowd, tick }: Moving, mirror: CrowdMirror, place: number, slowness: number): void {
  const { arrived, rush } = mirror;
  const clients = [...mirror.clients];
  for (const client of clients) unseatClient(crowd, client, tick);
  mirror.slowness = slowness;
  for (const client of clients) seatClient(crowd, client, place, tick);
  Object.assign(mirror, { arrived, rush });
}

/** Lets happen to a mirror what its plan says for this minute. */
function changeMirror(moving: Moving, mirror: CrowdMirror, place: number, minute: number): void {
  const { joins_minute, leaves_minute, breaks_minute, slows_minute, slows_by = 1 } = mirror.plan;
  if (minute === joins_minute) mirror.isThere = true;
  if (minute === breaks_minute) mirror.works = false;
  if (minute === slows_minute) slowDown(moving, mirror, place, slows_by);
  if (minute !== leaves_minute) return;
  mirror.isThere = false;
  for (const client of [...mirror.clients]) displaceClient(moving, client);
}

function changeMirrors(moving: Moving): void {
  if (moving.tick % TICKS_A_MINUTE !== 0) return;
  const minute = moving.tick / TICKS_A_MINUTE;
  moving.crowd.mirrors.forEach((mirror, place) => {
    changeMirror(moving, mirror, place, minute);
  });
}

/** Those that are there in the beginning take room by fair share: what a way makes of what happens then is compared, not how it begins. */
function settleFirst(crowd: Crowd, { clients }: Scenario): Guidance {
  return {
    ...openGuidance(crowd),
    rooms: Float64Array.from(shareCrowd(crowd, ({ isThere }) => isThere, clients.at_start)),
  };
}

/** What came of one way. */
export interface WayRun {
  readonly crowd: Crowd;
  readonly tally: Tally;
}

/** Runs one way of balancing over the visits of a scenario. */
export function runWay(way: Way, scenario: Scenario, visits: Visits): WayRun {
  const random = seededRandom(`${scenario.seed}/${way.name}`);
  const crowd = createCrowd(scenario, visits);
  const tally = createTally(crowd, scenario.hours);
  const steer = way.start(random);
  let next = 0;
  for (let tick = 0; tick < scenario.hours * TICKS_AN_HOUR; tick++) {
    const moving: Moving = { crowd, tally, random, tick };
    changeMirrors(moving);
    const guidance = steer(crowd, tick * TICK_MS);
    moveClients(moving, guidance);
    const offer = makeOffer(crowd, tick === 0 ? settleFirst(crowd, scenario) : guidance);
    for (; visits.arrives[next] === tick; next++) seekPlace(moving, offer, next);
    serveDue(moving, offer);
    if (tick % TICKS_A_MINUTE === 0) countMinute(tally, crowd, tick / TICKS_A_MINUTE);
  }
  return { crowd, tally };
}
