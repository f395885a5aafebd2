import type { Pool } from "../core/pool.ts";
import { expectedShares } from "../core/shares.ts";

function percent(share: number | undefined): string {
  return share === undefined ? "nothing" : `${(share * 100).toFixed(1)} %`;
}

function readShares({ mirrors }: Pool): Map<string, number> {
  const shares = expectedShares(mirrors);
  return new Map(mirrors.map(({ url_prefix }, index) => [url_prefix, shares[index] ?? 0]));
}

function lacksOf({ mirrors }: Pool, prefix: string): string {
  return JSON.stringify(mirrors.find(({ url_prefix }) => url_prefix === prefix)?.lacks ?? []);
}

/** Tells, one line a mirror, what a new list changes for it: the share before and after, or other paths that it lacks. */
export function compareLists(before: Pool | undefined, after: Pool): string[] {
  const old: Pool = before ?? { mirrors: [] };
  const [were, are] = [readShares(old), readShares(after)];
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((prefix) => {
    const change = [percent(were.get(prefix)), percent(are.get(prefix))];
    if (change[0] !== change[1]) return [`${prefix}: ${change.join(" -> ")}`];
    return lacksOf(old, prefix) === lacksOf(after, prefix) ? [] : [`${prefix}: lacks other paths than before`];
  });
}
