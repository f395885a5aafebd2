import type { AddressType } from "./address.ts";
import type { DnsPool } from "./dns-pool.ts";

/** Header (RFC 1035, 4.1.1), type and class of the question, and the record by which EDNS tells its size (RFC 6891, 6.1.2). */
const HEADER_BYTES = 12;
const QUESTION_BYTES = 4;
const EDNS_BYTES = 11;

/** A record whose name points to the question's: pointer, type, class, TTL, length of the address, and the address (RFC 1035, 4.1.3). */
const RECORD_BYTES: Readonly<Record<AddressType, number>> = { a: 12 + 4, aaaa: 12 + 16 };

/** What an answer over UDP holds without EDNS (RFC 1035, 4.2.1). */
const PLAIN_LIMIT_BYTES = 512;

/** What resolvers take with EDNS, so that no packet is cut on its way (DNS flag day 2020). */
const EDNS_LIMIT_BYTES = 1232;

/** Gives the length in bytes of the answer with all addresses of a type, without EDNS, which adds 11. */
export function measureAnswer({ name, members }: DnsPool, type: AddressType): number {
  const count = members.reduce((sum, member) => sum + member[type].length, 0);
  // A length before each label takes the place of the dots; one more comes first, and the root last.
  return HEADER_BYTES + name.length + 2 + QUESTION_BYTES + count * RECORD_BYTES[type];
}

function tellSize(pool: DnsPool, type: AddressType): string[] {
  const bytes = measureAnswer(pool, type);
  const says = (size: number, limit: string, who: string): string =>
    `the answer with all ${type.toUpperCase()} records has ${size} bytes, over the ${limit} that fit ${who}: it is asked for again over TCP`;
  if (bytes + EDNS_BYTES > EDNS_LIMIT_BYTES) return [says(bytes + EDNS_BYTES, "1,232", "into one packet")];
  return bytes > PLAIN_LIMIT_BYTES ? [says(bytes, "512", "without EDNS")] : [];
}

/** Tells which answers are too long for one packet, with the numbers. */
export function tellAnswerSizes(pool: DnsPool): string[] {
  return [...tellSize(pool, "a"), ...tellSize(pool, "aaaa")];
}
