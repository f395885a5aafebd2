import type { DnsRenderer } from "./dns-pool.ts";
import { printAbsolute, printName } from "./print-checked.ts";
import { renderZoneStart } from "./zone-start.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "; made by fairmirror from fallback.json, for gdnsd: what is written here by hand is lost";

/** What gdnsd changes other TTLs to (gdnsd.config(5), `min_ttl` and `max_ncache_ttl`). */
const [SHORTEST_TTL, LONGEST_TTL] = [5, 10_800];

function noteTtl(ttl: number, asked: number): string[] {
  return ttl === asked
    ? []
    : [`ttl: gdnsd lets answers be kept for ${SHORTEST_TTL} to ${LONGEST_TTL} s, so ${ttl} in the place of ${asked}`];
}

/**
 * Renders the zone file that goes with the `config` of `renderGdnsd`; its name is that of the zone. The longest and the shortest
 * TTL are the same, so that all answers have the pool's.
 */
export const renderGdnsdZone: DnsRenderer = (pool, { serial }) => {
  const ttl = Math.min(Math.max(pool.ttl, SHORTEST_TTL), LONGEST_TTL);
  const start = renderZoneStart({ ...pool, ttl }, serial);
  const name = printName(pool.name);
  const record = `${printAbsolute(name)}\t${ttl}/${ttl}\tIN\tDYNA\tweighted!${name}`;
  return { text: [HEAD, ...start, record, ""].join("\n"), notes: noteTtl(ttl, pool.ttl) };
};
