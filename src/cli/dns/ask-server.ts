import { lookup, Resolver } from "node:dns/promises";
import { isIPv6 } from "node:net";
import type { Problem } from "../../core/problem.ts";
import { ADDRESS_TYPES, type AddressType, normalizeAddress } from "../../ops/dns/address.ts";
import type { AddressSets, ServedAddress } from "../../ops/dns/compare-sets.ts";
import type { DnsPool } from "../../ops/dns/dns-pool.ts";

/** What a server has, or why it did not say. */
export type ServerReading = { readonly served: AddressSets } | { readonly problem: Problem };

/** There is no such record, or no such name yet. */
const NOTHING = ["ENODATA", "ENOTFOUND"];
const TRIES = 2;

async function makeResolver({ host, port }: DnsPool["server"], timeoutMs: number): Promise<Resolver> {
  const { address } = await lookup(host);
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / TRIES), tries: TRIES });
  resolver.setServers([`${isIPv6(address) ? `[${address}]` : address}:${port}`]);
  return resolver;
}

async function askAddresses(resolver: Resolver, name: string, type: AddressType): Promise<ServedAddress[]> {
  const ask = type === "a" ? resolver.resolve4.bind(resolver) : resolver.resolve6.bind(resolver);
  try {
    const records = await ask(name, { ttl: true });
    return records.map(({ address, ttl }) => ({ address: normalizeAddress(type, address) ?? address, ttl }));
  } catch (error) {
    if (NOTHING.includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}

/** Asks a server itself, past all caches, for the addresses that it has for the pool's name. */
export async function askServer({ name, server }: DnsPool, timeoutMs: number): Promise<ServerReading> {
  try {
    const resolver = await makeResolver(server, timeoutMs);
    const sets = await Promise.all(ADDRESS_TYPES.map((type) => askAddresses(resolver, name, type)));
    return { served: { a: sets[0] ?? [], aaaa: sets[1] ?? [] } };
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const place = { code: "server-silent", file: `${server.host}:${server.port}`, pointer: "" };
    const cure = "check the server in fallback.json, and that it answers for the zone";
    return { problem: { ...place, message: `must tell the addresses of ${name}, got ${code || message}`, cure } };
  }
}
