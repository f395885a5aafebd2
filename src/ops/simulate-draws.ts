import { orderMirrors } from "../core/order.ts";
import type { Mirror } from "../core/pool.ts";
import { sessionDraw } from "../core/session.ts";
import { expectedShares } from "../core/shares.ts";

/** What is simulated. */
export interface SimulationOptions {
  /** How many sessions draw. */
  readonly visitors: number;
  /** The same seed gives the same sessions. */
  readonly seed: string;
  /** The `url_prefix` of each mirror that leaves. */
  readonly without: readonly string[];
}

/** The chance of a mirror, and the part of the sessions that drew it, both from 0 to 1. */
export interface Share {
  readonly expected: number;
  readonly drawn: number;
}

/** What one mirror got. */
export interface SimulatedMirror extends Share {
  readonly url_prefix: string;
  readonly weight: number;
  /** The same after the leaving; 0 for who left. Absent when nobody leaves. */
  readonly after?: Share;
}

/** What came of a simulation. */
export interface Simulation {
  readonly visitors: number;
  readonly seed: string;
  readonly mirrors: readonly SimulatedMirror[];
  /** How many sessions have another mirror after the leaving, and how many of those were on one that left. Absent when nobody leaves. */
  readonly moved?: { readonly sessions: number; readonly from_left: number };
}

type Picks = readonly (string | undefined)[];

/** Gives the mirror that each session draws, as its page would. */
function drawPicks(mirrors: readonly Mirror[], { visitors, seed }: SimulationOptions): Picks {
  return Array.from(
    { length: visitors },
    (_, visitor) => orderMirrors(mirrors, sessionDraw(`${seed}/${visitor}/`))[0]?.url_prefix,
  );
}

/** Gives what each mirror gets; who is not among the drawn ones gets 0. */
function findShares(mirrors: readonly Mirror[], picks: Picks): (prefix: string) => Share {
  const expected = expectedShares(mirrors);
  const shares = new Map(mirrors.map(({ url_prefix }, index) => [url_prefix, expected[index] ?? 0]));
  const hits = new Map<string | undefined, number>();
  for (const pick of picks) hits.set(pick, (hits.get(pick) ?? 0) + 1);
  return (prefix) => ({
    expected: shares.get(prefix) ?? 0,
    drawn: (hits.get(prefix) ?? 0) / Math.max(picks.length, 1),
  });
}

function countMoves(before: Picks, after: Picks, without: readonly string[]): Required<Simulation>["moved"] {
  const moved = before.filter((pick, visitor) => pick !== after[visitor]);
  return {
    sessions: moved.length,
    from_left: moved.filter((pick) => pick !== undefined && without.includes(pick)).length,
  };
}

/** Lets sessions draw their mirrors, and again after some have left. */
export function simulateDraws(mirrors: readonly Mirror[], options: SimulationOptions): Simulation {
  const { visitors, seed, without } = options;
  const picks = drawPicks(mirrors, options);
  const share = findShares(mirrors, picks);
  const rows = mirrors.map(({ url_prefix, weight }) => ({ url_prefix, weight, ...share(url_prefix) }));
  if (without.length === 0) return { visitors, seed, mirrors: rows };
  const remaining = mirrors.filter(({ url_prefix }) => !without.includes(url_prefix));
  const picksAfter = drawPicks(remaining, options);
  const shareAfter = findShares(remaining, picksAfter);
  return {
    visitors,
    seed,
    mirrors: rows.map((row) => ({ ...row, after: shareAfter(row.url_prefix) })),
    moved: countMoves(picks, picksAfter, without),
  };
}
