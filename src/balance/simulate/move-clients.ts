import type { Random } from "../seeded-random.ts";
import { chooseMoving } from "../choose-moving.ts";
import { type Crowd, isReached, letWait, unseatClient } from "./crowd.ts";
import { shareCrowd } from "./list-loads.ts";
import { isUsable, type Tally } from "./tally.ts";
import { TICK_MS } from "./ticks.ts";
import type { Guidance } from "./way.ts";

/** How long a client takes to notice that its mirror is gone, and to look for another: 15 to 150 seconds. */
const NOTICE_TICKS = { least: 2, most: 150_000 / TICK_MS };

/** What is needed to move somebody. */
export interface Moving {
  readonly crowd: Crowd;
  readonly tally: Tally;
  readonly random: Random;
  readonly tick: number;
}

/** Takes a client from its mirror, for it to find another. */
export function displaceClient({ crowd, random, tick }: Moving, client: number): void {
  unseatClient(crowd, client, tick);
  const { least, most } = NOTICE_TICKS;
  letWait(crowd, client, tick + least + Math.floor(random() * (most - least + 1)));
}

function chooseClients({ crowd, random }: Moving, guidance: Guidance, place: number): number[] {
  const clients = crowd.mirrors[place]?.clients ?? [];
  const markOf = (client: number): number => crowd.marks[client] ?? 0;
  const first = clients.filter((client) => markOf(client) > 0 && markOf(client) < guidance.balance);
  const others = clients.filter((client) => markOf(client) === 0);
  return chooseMoving({ first, others, count: guidance.sheds[place] ?? 0 }, random);
}

/** Tells whether a client has another mirror to go to: one it reaches, that works and is below its fair share. */
function hasElsewhere(crowd: Crowd, client: number, shares: readonly number[]): boolean {
  const own = crowd.places[client];
  return crowd.mirrors.some(
    (mirror, place) =>
      place !== own &&
      isUsable(mirror) &&
      mirror.clients.length < (shares[place] ?? 0) &&
      isReached(crowd, client, place),
  );
}

function moveClient(moving: Moving, client: number, shares: readonly number[]): void {
  const { crowd, tally } = moving;
  const isPinned = (crowd.visits.groups[client] ?? 0) > 0;
  if (isPinned && !hasElsewhere(crowd, client, shares)) tally.wrongMoves++;
  tally.moves++;
  tally.movesOf[client] = (tally.movesOf[client] ?? 0) + 1;
  crowd.marks[client] = 0;
  displaceClient(moving, client);
}

/** Moves as many clients away as each mirror is told to. */
export function moveClients(moving: Moving, guidance: Guidance): void {
  if (!guidance.sheds.some((count) => count > 0)) return;
  const shares = shareCrowd(moving.crowd, isUsable);
  guidance.sheds.forEach((count, place) => {
    if (count > 0) for (const client of chooseClients(moving, guidance, place)) moveClient(moving, client, shares);
  });
}
