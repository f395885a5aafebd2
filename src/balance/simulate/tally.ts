import { isSaturated } from "../is-saturated.ts";
import { BALANCE_RULES } from "../rules.ts";
import type { Crowd, CrowdMirror } from "./crowd.ts";
import { shareCrowd } from "./list-loads.ts";

/** What is counted while a way runs. */
export interface Tally {
  /** How often somebody was moved away. */
  moves: number;
  /** How often each client was. */
  readonly movesOf: Uint16Array;
  /** How often a client was moved although no other mirror that it reaches had room. */
  wrongMoves: number;
  /** For how many minutes some mirror was off its fair share by 5 % and by 50 clients, over or under it. */
  offMinutes: number;
  /** How often a mirror went from over its share to under it by as much, or back. */
  swings: number;
  /** The most clients that came to one mirror within a minute, but for those there in the beginning. */
  rush: number;
  /** For how many minutes clients were nowhere, all together. */
  waitedMinutes: number;
  /** On which side of its share each mirror last was: 1 over, -1 under, 0 never off. */
  readonly sides: Int8Array;
  /** How many minutes lie between two samples. */
  readonly sampleMinutes: number;
  /** The clients of each mirror, at the beginning and then after so many minutes each. */
  readonly samples: number[][];
}

/** So many samples make a picture. */
const MOST_SAMPLES = 300;

/** Begins to count what happens in so many hours. */
export function createTally({ mirrors, visits }: Crowd, hours: number): Tally {
  return {
    ...{ moves: 0, wrongMoves: 0, offMinutes: 0, swings: 0, rush: 0, waitedMinutes: 0 },
    movesOf: new Uint16Array(visits.count),
    sides: new Int8Array(mirrors.length),
    sampleMinutes: Math.ceil((hours * 60) / MOST_SAMPLES),
    samples: [],
  };
}

/** Tells whether a mirror is one that clients could be on. */
export function isUsable({ isThere, works }: CrowdMirror): boolean {
  return isThere && works;
}

/** Gives on which side of its share a mirror clearly is; 0 near it. */
function findSide(clients: number, share: number): number {
  if (isSaturated({ clients, fair_share: share })) return 1;
  const { saturationShare, saturationClients } = BALANCE_RULES;
  const lack = share - clients;
  return lack > share * saturationShare.value && lack >= saturationClients.value ? -1 : 0;
}

function countRush(tally: Tally, { mirrors }: Crowd, minute: number): void {
  for (const mirror of mirrors) {
    if (minute > 0) tally.rush = Math.max(tally.rush, mirror.rush);
    mirror.rush = 0;
  }
}

function countSide(tally: Tally, place: number, side: number): void {
  const before = tally.sides[place] ?? 0;
  if (side !== 0 && before === -side) tally.swings++;
  if (side !== 0) tally.sides[place] = side;
}

/** Counts what a minute shows. */
export function countMinute(tally: Tally, crowd: Crowd, minute: number): void {
  const shares = shareCrowd(crowd, isUsable, crowd.waiting);
  const sides = crowd.mirrors.map((mirror, place) =>
    isUsable(mirror) ? findSide(mirror.clients.length, shares[place] ?? 0) : 0,
  );
  sides.forEach((side, place) => {
    countSide(tally, place, side);
  });
  if (sides.some((side) => side !== 0)) tally.offMinutes++;
  tally.waitedMinutes += crowd.waiting;
  countRush(tally, crowd, minute);
  if (minute % tally.sampleMinutes === 0) tally.samples.push(crowd.mirrors.map(({ clients }) => clients.length));
}
