import { printContact } from "./contact.ts";
import type { DnsPool } from "./dns-pool.ts";
import { findLabel } from "./find-label.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";
import { MAX_SERIAL } from "./raise-serial.ts";

/** The TTL of what hardly changes, in seconds. */
const NS_TTL = 3600;

/** For how long resolvers remember that there is nothing (RFC 2308), and the TTL of the SOA, which some engines want to be no longer. */
const NEGATIVE_TTL = 60;

/** Refresh, retry and expire, for secondaries (RFC 1912, 2.2). */
const SECONDARY_TIMES = [3600, 900, 1_209_600];

/** Renders what stands above a pool in its zone: SOA and name servers, one line each, in absolute names. Throws a RangeError where the pool is not in the zone. */
export function renderZoneHead({ name, zone: { origin, nameservers, contact } }: DnsPool, serial: number): string[] {
  findLabel(name, origin);
  const apex = printAbsolute(origin);
  const primary = printAbsolute(nameservers[0] ?? "");
  const numbers = [printNumber(serial, [1, MAX_SERIAL]), ...SECONDARY_TIMES, NEGATIVE_TTL];
  return [
    `${apex} ${NEGATIVE_TTL} IN SOA ${primary} ${printContact(contact)} ${numbers.join(" ")}`,
    ...nameservers.map((server) => `${apex} ${NS_TTL} IN NS ${printAbsolute(server)}`),
  ];
}

/** Finds the serial in a zone file, whoever wrote it (RFC 1035, 5.1): the third field after "SOA", perhaps on a line of its own. */
export function findZoneSerial(text: string): number | undefined {
  const plain = text.replaceAll(/;[^\n]*/g, " ");
  const serial = Number(/\bSOA[\s(]+\S+\s+\S+[\s(]+(\d{1,10})\b/i.exec(plain)?.[1] ?? NaN);
  return serial >= 0 && serial <= MAX_SERIAL ? serial : undefined;
}
