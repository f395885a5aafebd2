import { ADDRESS_TYPES, isIpv4, normalizeIpv6 } from "./address.ts";
import type { AddressSets } from "./compare-sets.ts";
import { tellAnswerSizes } from "./answer-size.ts";
import type { DnsFormat } from "./dns-format.ts";
import type { DnsPool, Rendering } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { isWithin } from "./host-name.ts";
import { listRecords } from "./list-records.ts";
import { printAbsolute, printAddress, printName, printNumber } from "./print-checked.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "; made by fairmirror from fallback.json, for nsupdate";

const PORT_RANGE = [1, 65_535] as const;

function renderServer({ host, port }: DnsPool["server"]): string {
  const isAddress = isIpv4(host) || normalizeIpv6(host) !== undefined;
  return `server ${isAddress ? host : printName(host)} ${printNumber(port, PORT_RANGE)}`;
}

/** Lists what must still be so for the update to be taken (RFC 2136, 2.4): each set exactly as it was read. */
function renderPrerequisites(owner: string, current: AddressSets): string[] {
  return ADDRESS_TYPES.flatMap((type) => {
    const set = `${owner} IN ${type.toUpperCase()}`;
    const addresses = current[type].map(({ address }) => `prereq yxrrset ${set} ${printAddress(type, address)}`);
    return addresses.length > 0 ? addresses : [`prereq nxrrset ${set}`];
  });
}

/**
 * Renders one update (RFC 2136) that puts the pool's addresses in the place of all that the name has, whole or not at all. It is refused
 * where the name is an alias, and, when the current addresses are given, where the name has others meanwhile. Throws a RangeError
 * when the pool has no address.
 */
export function renderUpdate(pool: DnsPool, current?: AddressSets): string {
  const { name, zone, server } = pool;
  if (!isWithin(name, zone.origin)) throw new RangeError(`name must lie in its zone, got ${name}`);
  const owner = printAbsolute(name);
  const lines = [
    renderServer(server),
    `zone ${printAbsolute(zone.origin)}`,
    // Servers drop an address beside an alias without a word.
    `prereq nxrrset ${owner} IN CNAME`,
    ...(current ? renderPrerequisites(owner, current) : []),
    ...ADDRESS_TYPES.map((type) => `update delete ${owner} IN ${type.toUpperCase()}`),
    ...listRecords(pool).map((record) => `update add ${record}`),
    "send",
  ];
  return `${lines.join("\n")}\n`;
}

function render(pool: DnsPool): Rendering {
  const notes = [...tellFamilies(pool, "addresses"), ...tellAnswerSizes(pool)];
  return { text: `${HEAD}\n${renderUpdate(pool)}`, notes };
}

/** `nsupdate`: one dynamic update with plain records (RFC 2136). */
export const NSUPDATE: DnsFormat = {
  engines: "BIND 9, Knot DNS, PowerDNS, Windows DNS, and providers that take updates (RFC 2136)",
  weights: "none: all addresses get the same share",
  checks: "none: run `probe` and `dns --push` in a timer; a client that meets a dead member tries the next address",
  addresses: "each address gets a share of its own",
  scale: "zones of any size: a change sends a few hundred bytes",
  effort: "a key for the server you have; then no file at all",
  deploy: [
    "tsig-keygen -a hmac-sha256 fairmirror > fairmirror.key; chmod 600 fairmirror.key",
    "on the server: include the key, and update-policy { grant fairmirror name dl.project.example A AAAA; };",
    'in fallback.json: "update": "dynamic"',
    "fairmirror dns --push --key fairmirror.key",
    "never write the zone's file by hand again while it takes updates",
  ],
  way: "dynamic",
  keepsUnhealthy: false,
  render,
};
