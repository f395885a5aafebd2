import type { DnsPool, DnsRenderer } from "./dns-pool.ts";
import { printContact } from "./contact.ts";
import { tellFamilies } from "./family-notes.ts";
import { findLabel } from "./find-label.ts";
import { noteRounding } from "./note-rounding.ts";
import { printAbsolute, printAddress, printName } from "./print-checked.ts";
import { weighAddresses, type WeighedFamily } from "./weigh-addresses.ts";

/**
 * The weights of a name must sum to less than 2 billion (geodns's README, "Weighted records"), which 64 members with 16 addresses
 * still do. They are spread over the range because its draw gives the heaviest record one part in the sum more than it is due.
 */
const RANGE = { largest: 1_000_000, isSpread: true };

/** By the first line, a file that this program made is known. */
const COMMENT = "made by fairmirror from fallback.json, for geodns: what is written here by hand is lost";

type GeodnsRecord = readonly [address: string, weight: number];

function listRecords({ type, members }: WeighedFamily): GeodnsRecord[] {
  return members.flatMap(({ addresses }) =>
    addresses.map(({ address, weight }) => [printAddress(type, address), weight] as const),
  );
}

function makeZone(pool: DnsPool, serial: number, label: object) {
  const { origin, nameservers, contact } = pool.zone;
  const apex = { ns: nameservers.map(printAbsolute) };
  const below = findLabel(printName(pool.name), printName(origin));
  return {
    comment: COMMENT,
    serial,
    ttl: pool.ttl,
    max_hosts: 1,
    // Without it, geodns looks up where each visitor is.
    targeting: "@",
    contact: printContact(contact),
    data: below === "" ? { "": { ...apex, ...label } } : { "": apex, [below]: label },
  };
}

/**
 * Renders a zone for geodns, the JSON file that bears the zone's name: one address an answer, by weight, a member's weight shared
 * out over its addresses. geodns is told of no health checks: members that are down have to stay out of the pool.
 */
export const renderGeodns: DnsRenderer = (pool, { serial }) => {
  const members = pool.members.filter(({ isHealthy }) => isHealthy);
  const families = weighAddresses(members, RANGE);
  const label = Object.fromEntries(families.map((family) => [family.type, listRecords(family)]));
  const json = JSON.stringify(makeZone(pool, serial, label), undefined, 2);
  return {
    // One record a line, so that a change of one is one line; and the comment, which geodns skips, on the first.
    text: `${json.replace(/^\{\s+/, "{ ").replace(/\[\s+("[^"]+"),\s+(\d+)\s+\]/g, "[$1, $2]")}\n`,
    notes: [
      ...tellFamilies({ ...pool, members }, "weights"),
      ...families.flatMap((family) => noteRounding(family, RANGE.largest)),
    ],
  };
};

/** Finds the serial in a zone that `renderGeodns` made; undefined when there is none. */
export function findGeodnsSerial(text: string): number | undefined {
  const [, serial] = /^ {2}"serial": (\d{1,10}),$/m.exec(text) ?? [];
  return serial === undefined ? undefined : Number(serial);
}
