import { printContact } from "./contact.ts";
import type { DnsPool } from "./dns-pool.ts";
import { isWithin } from "./host-name.ts";
import { TTL_RANGE } from "./list-records.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";
import { MAX_SERIAL } from "./raise-serial.ts";

/** When secondaries ask for news, ask again, and give up, in seconds (RFC 1912, 2.2, and shorter, since a member may leave at any time). */
const TIMERS = ["3600", "900", "1209600"];

/** The names of servers change seldom, and secondaries are told of changes. */
const NAMESERVER_TTL_S = 3600;

/**
 * Renders what stands above a pool in its zone, SOA and name servers. An answer that there is no such record is kept as long as a
 * record is: then a member's first IPv6 address is seen as soon as any change. Throws a RangeError where the pool lies outside.
 */
export function renderZoneStart({ name, zone, ttl }: DnsPool, serial: number): string[] {
  if (!isWithin(name, zone.origin)) throw new RangeError(`name must lie in its zone, got ${name}`);
  const origin = printAbsolute(zone.origin);
  const [primary = ""] = zone.nameservers;
  const [time, count] = [printNumber(ttl, TTL_RANGE), printNumber(serial, [1, MAX_SERIAL])];
  const soa = [printAbsolute(primary), printContact(zone.contact), count, ...TIMERS, time].join(" ");
  return [
    `${origin}\t${time}\tIN\tSOA\t${soa}`,
    ...zone.nameservers.map((server) => `${origin}\t${NAMESERVER_TTL_S}\tIN\tNS\t${printAbsolute(server)}`),
  ];
}

/** Finds the serial in a zone file, whoever wrote it (RFC 1035, 5.1): the third field after "SOA", perhaps on a line of its own. */
export function findZoneSerial(text: string): number | undefined {
  const plain = text.replaceAll(/;[^\n]*/g, " ");
  const serial = Number(/\bSOA[\s(]+\S+\s+\S+[\s(]+(\d{1,10})\b/i.exec(plain)?.[1] ?? NaN);
  return serial >= 0 && serial <= MAX_SERIAL ? serial : undefined;
}
