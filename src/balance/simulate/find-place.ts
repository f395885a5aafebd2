import type { Random } from "../seeded-random.ts";
import { type Crowd, isReached } from "./crowd.ts";
import type { Guidance } from "./way.ts";

/** Where a client may go at a moment, and by which weights it draws. */
export interface Offer {
  readonly crowd: Crowd;
  readonly guidance: Guidance;
  /** The sum of the weights up to each mirror; those without room add nothing. */
  readonly sums: Float64Array;
}

/** How often a client draws before it asks each mirror in turn: nearly always the first draw is good. */
const QUICK_DRAWS = 16;

/** Makes the offer of a moment. */
export function makeOffer(crowd: Crowd, guidance: Guidance): Offer {
  let sum = 0;
  const sums = Float64Array.from(crowd.mirrors, ({ isThere, plan }, place) => {
    if (isThere && (guidance.rooms[place] ?? 0) > 0) sum += plan.weight;
    return sum;
  });
  return { crowd, guidance, sums };
}

/** Finds the first mirror whose sum is above a number, by halving. */
function findAbove(sums: Float64Array, number: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Limits = "rooms" | "takes";

function weighPlace({ crowd, guidance }: Offer, client: number, place: number, limits: Limits): number {
  const mirror = crowd.mirrors[place];
  const isOpen = mirror?.isThere && mirror.works && (guidance[limits][place] ?? 0) > 0;
  return isOpen && isReached(crowd, client, place) ? mirror.plan.weight : 0;
}

/** Draws among all places, by weight; -1 when none is open to the client. */
function drawSlowly(offer: Offer, client: number, random: Random, limits: Limits): number {
  const { crowd } = offer;
  const reach = crowd.reaches[crowd.visits.groups[client] ?? 0];
  let [sum, drawn] = [0, -1];
  for (const place of reach ?? crowd.mirrors.keys()) {
    const weight = weighPlace(offer, client, place, limits);
    sum += weight;
    if (weight > 0 && random() * sum < weight) drawn = place;
  }
  return drawn;
}

/**
 * Draws the mirror that a client is led to: the first in its order that it reaches, works and has room, so by weight among those;
 * -1 when there is none.
 */
function drawOne(offer: Offer, client: number, random: Random): number {
  const { crowd, sums } = offer;
  if (crowd.reaches[crowd.visits.groups[client] ?? 0]) return drawSlowly(offer, client, random, "rooms");
  const total = sums[sums.length - 1] ?? 0;
  for (let draw = 0; draw < QUICK_DRAWS && total > 0; draw++) {
    const place = findAbove(sums, random() * total);
    if (weighPlace(offer, client, place, "rooms") > 0) return place;
  }
  return drawSlowly(offer, client, random, "rooms");
}

/** Gives the mirror that a client was taken from, where that is open again: it is the first in the client's order. */
function findHome(offer: Offer, client: number): number {
  const home = offer.crowd.homes[client] ?? -1;
  return home >= 0 && weighPlace(offer, client, home, "takes") > 0 ? home : -1;
}

/** Draws the mirror that a client comes to; where loads are published, the less loaded of two. -1 when none is open to it. */
function drawPlace(offer: Offer, client: number, random: Random): number {
  const one = drawOne(offer, client, random);
  const { published } = offer.guidance;
  if (one < 0 || !published) return one;
  const other = drawOne(offer, client, random);
  return (published[other] ?? 0) < (published[one] ?? 0) ? other : one;
}

/**
 * Finds the mirror that a client comes to: one with room, drawn by weight or by load; else the one it came from, and else any
 * that is open. -1 when there is none.
 */
export function findPlace(offer: Offer, client: number, random: Random): number {
  const place = drawPlace(offer, client, random);
  if (place >= 0) return place;
  const home = findHome(offer, client);
  return home >= 0 ? home : drawSlowly(offer, client, random, "takes");
}
