import { ADDRESS_TYPES, type AddressType } from "./address.ts";
import type { DnsPool } from "./dns-pool.ts";
import { printAbsolute, printAddress, printNumber } from "./print-checked.ts";

/** The range of TTLs that is served; longer ones would keep a mirror that failed for too long. */
export const TTL_RANGE = [1, 86_400] as const;

/** Gives all addresses of a type in the pool, in the order of the members. */
export function listAddresses({ members }: DnsPool, type: AddressType): string[] {
  return members.flatMap((member) => member[type]);
}

/**
 * Gives the pool's address records as zone files and updates write them, `NAME. TTL IN TYPE ADDRESS`, A before AAAA. Throws a RangeError when
 * there is none: an empty set is no pool.
 */
export function listRecords(pool: DnsPool): string[] {
  const head = [printAbsolute(pool.name), printNumber(pool.ttl, TTL_RANGE)];
  const records = ADDRESS_TYPES.flatMap((type) =>
    listAddresses(pool, type).map((address) => [...head, "IN", type.toUpperCase(), printAddress(type, address)]),
  );
  if (records.length === 0) throw new RangeError("pool must have an address, got none");
  return records.map((words) => words.join(" "));
}
