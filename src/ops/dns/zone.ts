import { tellAnswerSizes } from "./answer-size.ts";
import { printContact } from "./contact.ts";
import type { DnsFormat } from "./dns-format.ts";
import type { DnsPool, RenderOptions, Rendering } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { isWithin } from "./host-name.ts";
import { listRecords, TTL_RANGE } from "./list-records.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";
import { MAX_SERIAL } from "./raise-serial.ts";

/** When secondaries ask for news, ask again, and give up, in seconds (RFC 1912, 2.2, and shorter, since a member may leave at any time). */
const TIMERS = ["3600", "900", "1209600"];

/** The names of servers change seldom, and secondaries are told of changes. */
const NAMESERVER_TTL_S = 3600;

/** By the first line, a file that this program made is known. */
export const ZONE_HEAD = "; made by fairmirror from fallback.json: what is written here by hand is lost";

/** An answer that there is no such record is kept as long as a record is: then a member's first IPv6 address is seen as soon as any change. */
function renderStart({ zone, ttl }: DnsPool, serial: number): string[] {
  const origin = printAbsolute(zone.origin);
  const [primary = ""] = zone.nameservers;
  const [time, count] = [printNumber(ttl, TTL_RANGE), printNumber(serial, [1, MAX_SERIAL])];
  const soa = [printAbsolute(primary), printContact(zone.contact), count, ...TIMERS, time].join(" ");
  return [
    `${origin}\t${time}\tIN\tSOA\t${soa}`,
    ...zone.nameservers.map((server) => `${origin}\t${NAMESERVER_TTL_S}\tIN\tNS\t${printAbsolute(server)}`),
  ];
}

function tellWeights({ members }: DnsPool): string[] {
  const [first] = members;
  if (members.every(({ weight, a, aaaa }) => weight === first?.weight && a.length < 2 && aaaa.length < 2)) return [];
  return ["plain records cannot tell weights: every address gets the same share; formats for weights are in the help"];
}

function renderZone(pool: DnsPool, { serial }: RenderOptions): Rendering {
  if (!isWithin(pool.name, pool.zone.origin)) throw new RangeError(`name must lie in its zone, got ${pool.name}`);
  const lines = [ZONE_HEAD, ...renderStart(pool, serial), ...listRecords(pool, "\t")];
  const notes = [...tellWeights(pool), ...tellFamilies(pool, "addresses"), ...tellAnswerSizes(pool)];
  return { text: `${lines.join("\n")}\n`, notes };
}

/** Finds the serial in a zone file, whoever wrote it (RFC 1035, 5.1): the third field after "SOA", perhaps on a line of its own. */
function findSerial(text: string): number | undefined {
  const plain = text.replaceAll(/;[^\n]*/g, " ");
  const serial = Number(/\bSOA[\s(]+\S+\s+\S+[\s(]+(\d{1,10})\b/i.exec(plain)?.[1] ?? NaN);
  return serial >= 0 && serial <= MAX_SERIAL ? serial : undefined;
}

/** `zone`: a whole zone file with plain records (RFC 1035). */
export const ZONE: DnsFormat = {
  engines: "BIND 9, NSD, Knot DNS, and what else reads zone files",
  weights: "none: all addresses get the same share",
  checks: "none: run probe and dns in a timer; a client that meets a dead member tries the next address",
  addresses: "each address gets a share of its own",
  scale: "most name servers in the world, the root's among them",
  effort: "one file on the server you have, read anew when it changes",
  deploy: [
    "give the pool's name a zone of its own, delegated to the servers in fallback.json",
    "fairmirror dns --output /etc/bind/dl.project.example.zone --write",
    "named-checkzone dl.project.example /etc/bind/dl.project.example.zone",
    "rndc reload dl.project.example   (nsd-control reload, knotc zone-reload)",
    'NSD needs "round-robin: yes", Knot DNS "answer-rotation: on"; BIND 9 mixes by itself',
  ],
  way: "file",
  keepsUnhealthy: false,
  render: renderZone,
  findSerial,
};
