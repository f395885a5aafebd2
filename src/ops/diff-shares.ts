import { expectedShares } from "../core/shares.ts";
import type { Mirror } from "../core/pool.ts";

/** What a change of the pool does to one mirror. Shares are from 0 to 1; undefined where the mirror is not in that pool. */
export interface ShareChange {
  readonly url_prefix: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** What it wins or loses, from -1 to 1. */
  readonly change: number;
}

function shareByPrefix(mirrors: readonly Mirror[]): Map<string, number> {
  const shares = expectedShares(mirrors);
  return new Map(mirrors.map(({ url_prefix }, index) => [url_prefix, shares[index] ?? 0]));
}

/** Gives what becomes of each mirror's expected share: those of the new pool in its order, then those that left. */
export function diffShares(before: readonly Mirror[], after: readonly Mirror[]): ShareChange[] {
  const [old, current] = [shareByPrefix(before), shareByPrefix(after)];
  const prefixes = [...new Set([...current.keys(), ...old.keys()])];
  return prefixes.map((url_prefix) => {
    const shares = { before: old.get(url_prefix), after: current.get(url_prefix) };
    return { url_prefix, ...shares, change: (shares.after ?? 0) - (shares.before ?? 0) };
  });
}
