import type { DnsPool, DnsRenderer } from "./dns-pool.ts";
import { TTL_RANGE } from "./list-records.ts";
import { printAbsolute, printName, printNumber } from "./print-checked.ts";
import { renderZoneHead } from "./zone-head.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "; made by fairmirror from fallback.json, for gdnsd: what is written here by hand is lost";

/** What gdnsd answers with at least, whatever the zone says (gdnsd.config(5), `min_ttl`). */
const SHORTEST_TTL = 5;

function noteTtl({ ttl }: DnsPool): string[] {
  return ttl < SHORTEST_TTL
    ? [`ttl: gdnsd lets answers be kept for ${SHORTEST_TTL} s at least, ${ttl} s are asked for`]
    : [];
}

/**
 * Renders the zone file that goes with the `config` of `renderGdnsd`; its name is that of the zone. The longest and the shortest
 * TTL are the same, so that all answers have the pool's.
 */
export const renderGdnsdZone: DnsRenderer = (pool, { serial }) => {
  const ttl = printNumber(Math.max(pool.ttl, SHORTEST_TTL), TTL_RANGE);
  const name = printName(pool.name);
  const record = `${printAbsolute(name)} ${ttl}/${ttl} IN DYNA weighted!${name}`;
  return { text: [HEAD, ...renderZoneHead(pool, serial), record, ""].join("\n"), notes: noteTtl(pool) };
};
