import type { DnsRenderer } from "./dns-pool.ts";
import { printAbsolute, printName, printNumber } from "./print-checked.ts";
import { renderZoneHead } from "./zone-head.ts";

/** What gdnsd answers with at least, whatever the zone says (`min_ttl`). */
const SHORTEST_TTL = 5;

/**
 * Renders the zone file that goes with the `config` of `renderGdnsd`; its name is that of the zone. The longest and the shortest
 * TTL are the same, so that all answers have the pool's.
 */
export const renderGdnsdZone: DnsRenderer = (pool, { serial }) => {
  const ttl = printNumber(Math.max(pool.ttl, SHORTEST_TTL), [SHORTEST_TTL, 86_400]);
  const name = printName(pool.name);
  const record = `${printAbsolute(name)} ${ttl}/${ttl} IN DYNA weighted!${name}`;
  const notes =
    pool.ttl < SHORTEST_TTL
      ? [`ttl: gdnsd keeps answers for ${SHORTEST_TTL} s at least, ${pool.ttl} s are asked for`]
      : [];
  return {
    text: ["; Written by fairmirror: changes by hand are lost", ...renderZoneHead(pool, serial), record, ""].join("\n"),
    notes,
  };
};
