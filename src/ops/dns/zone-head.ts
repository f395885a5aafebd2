import type { DnsPool } from "./dns-pool.ts";
import { findLabel } from "./find-label.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";

/** The TTL of what hardly changes, in seconds. */
const NS_TTL = 3600;

/** For how long resolvers remember that there is nothing (RFC 2308), and the TTL of the SOA, which some engines want to be no longer. */
const NEGATIVE_TTL = 60;

/** Refresh, retry and expire, for secondaries (RFC 1912, 2.2). */
const SECONDARY_TIMES = [3600, 900, 1_209_600];

/** A mailbox as a domain name: a dot before the @ is escaped (RFC 1035, 8). Throws a RangeError for what is no plain e-mail address. */
export function printContact(contact: string): string {
  const [, local, domain] = /^([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@([^@]+)$/.exec(contact) ?? [];
  if (local === undefined || domain === undefined || local.length > 63)
    throw new RangeError(`contact must be a plain e-mail address, got ${JSON.stringify(contact.slice(0, 300))}`);
  return `${local.replaceAll(".", "\\.")}.${printAbsolute(domain)}`;
}

/** Renders what stands above a pool in its zone: SOA and name servers, one line each, in absolute names. Throws a RangeError where the pool is not in the zone. */
export function renderZoneHead({ name, zone: { origin, nameservers, contact } }: DnsPool, serial: number): string[] {
  findLabel(name, origin);
  const apex = printAbsolute(origin);
  const primary = printAbsolute(nameservers[0] ?? "");
  const numbers = [printNumber(serial, [1, 0xffffffff]), ...SECONDARY_TIMES, NEGATIVE_TTL];
  return [
    `${apex} ${NEGATIVE_TTL} IN SOA ${primary} ${printContact(contact)} ${numbers.join(" ")}`,
    ...nameservers.map((server) => `${apex} ${NS_TTL} IN NS ${printAbsolute(server)}`),
  ];
}

/** Finds the serial in a zone that `renderZoneHead` began; undefined when there is none. */
export function findZoneSerial(text: string): number | undefined {
  const [, serial] = /^\S+ \d+ IN SOA \S+ \S+ (\d{1,10}) /m.exec(text) ?? [];
  return serial === undefined ? undefined : Number(serial);
}
