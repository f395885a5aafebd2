import { expectedShares } from "../core/index.ts";
import { type Behaviour, castBehaviours } from "./cast.ts";
import type { SitePool } from "./inputs.ts";

/** Who is played by a stand-in, and how. */
export interface Player {
  /** The original's host. */
  readonly host: string;
  /** The original's prefix. */
  readonly prefix: string;
  readonly behaviour: Behaviour;
  /** Undefined for the fallback, which takes no part in the draw; so is the share. */
  readonly weight?: number;
  /** The chance to be drawn, from 0 to 1. */
  readonly expected?: number;
}

/** A player, and the port of its stand-in. */
export interface CastMember {
  readonly player: Player;
  readonly port: number;
}

/** Gives the players: the pool's mirrors in their order, and the fallback last. */
export function castPlayers(pool: SitePool): Player[] {
  const behaviours = castBehaviours(pool.mirrors);
  const shares = expectedShares(pool.mirrors);
  const mirrors = pool.mirrors.map(({ url_prefix: prefix, weight }, index) => {
    const { host } = new URL(prefix);
    return { host, prefix, weight, behaviour: behaviours[index] ?? "up", expected: shares[index] ?? 0 };
  });
  const prefix = pool.fallback_prefix;
  return [...mirrors, { host: new URL(prefix).host, prefix, behaviour: "up" }];
}
