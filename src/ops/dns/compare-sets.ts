import { ADDRESS_TYPES, type AddressType } from "./address.ts";
import type { DnsPool } from "./dns-pool.ts";
import { listAddresses } from "./list-records.ts";

/** An address as a server gives it out. */
export interface ServedAddress {
  /** In its canonical spelling. */
  readonly address: string;
  /** In seconds. */
  readonly ttl: number;
}

/** All addresses that a server has for a name. */
export type AddressSets = Readonly<Record<AddressType, readonly ServedAddress[]>>;

/** Gives what changes between what a server has and the pool, a line for each address as in a diff; none when nothing does. */
export function compareSets(served: AddressSets, pool: DnsPool): string[] {
  return ADDRESS_TYPES.flatMap((type) => {
    const line = (address: string, ttl: number): string => `${pool.name}. ${ttl} ${type.toUpperCase()} ${address}`;
    const before = served[type].map(({ address, ttl }) => line(address, ttl));
    const after = listAddresses(pool, type).map((address) => line(address, pool.ttl));
    const gone = before.filter((text) => !after.includes(text)).map((text) => `-${text}`);
    return [...gone.sort(), ...after.filter((text) => !before.includes(text)).map((text) => `+${text}`)];
  });
}
