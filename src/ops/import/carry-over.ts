import type { MaintainedMirror } from "../../core/pool.ts";
import { mirrorKey } from "../rules/mirror-key.ts";
import { chooseAddresses, type ChosenAddresses, type FoundPrefix, type HttpOptions } from "./choose-addresses.ts";
import type { ListEntry } from "./list-format.ts";
import type { Remarks } from "./read-entries.ts";
import { readFacts, type FactOptions } from "./read-facts.ts";

/** What the carrying over depends on. */
export type CarryOptions = HttpOptions & FactOptions;

function hostOf(url: string): string {
  return new URL(url).hostname;
}

/** Gives each prefix an rsync address of its host; one prefix takes any. Tells those that none has a place for. */
function matchRsync({ prefixes, rsync }: ChosenAddresses, { left }: Remarks): Map<string, string> {
  const matched = new Map<string, string>();
  for (const { item, rsync_url } of rsync) {
    const free = prefixes.filter(({ url_prefix }) => !matched.has(url_prefix));
    const fit =
      free.find(({ url_prefix }) => hostOf(url_prefix) === hostOf(rsync_url)) ??
      (prefixes.length === 1 ? free[0] : undefined);
    if (fit) matched.set(fit.url_prefix, rsync_url);
    else left.push({ item, reason: "no mirror that is carried over has a place for this rsync address" });
  }
  return matched;
}

/** Keeps the first of those that are one address however spelled, and tells of those that share a host. */
function isFirst({ item, url_prefix }: FoundPrefix, seen: Map<string, string>, { left, changed }: Remarks): boolean {
  const [key, host] = [mirrorKey(url_prefix), hostOf(url_prefix)];
  const twin = seen.get(key);
  if (twin !== undefined) {
    left.push({ item, reason: `stands already at ${twin}` });
    return false;
  }
  const neighbour = seen.get(host);
  if (neighbour !== undefined)
    changed.push({ item, reason: `shares its host with ${neighbour}: if they are one machine, it gets both weights` });
  // A key holds a slash, a host does not.
  seen.set(key, item).set(host, neighbour ?? item);
  return true;
}

function tellDisabled({ item, disabled }: ListEntry, { changed }: Remarks): void {
  if (disabled) changed.push({ item, reason: `is ${disabled}: carried over with weight 0, which disables it` });
}

/** Makes mirrors of a list's entries, and tells what could not be carried over or was written otherwise. */
export function carryOver(entries: readonly ListEntry[], remarks: Remarks, options: CarryOptions): MaintainedMirror[] {
  const seen = new Map<string, string>();
  return entries.flatMap((entry) => {
    const chosen = chooseAddresses(entry, remarks, options);
    const prefixes = chosen.prefixes.filter((prefix) => isFirst(prefix, seen, remarks));
    const rsync = matchRsync({ ...chosen, prefixes }, remarks);
    if (prefixes.length === 0) return [];
    tellDisabled(entry, remarks);
    const facts = readFacts(entry, remarks, options);
    return prefixes.map(({ url_prefix }) => {
      const rsync_url = rsync.get(url_prefix);
      return { url_prefix, weight: entry.weight, ...facts, ...(rsync_url && { rsync_url }) };
    });
  });
}
