import type { AddressType } from "./address.ts";
import type { DnsMember, DnsPool } from "./dns-pool.ts";

/** What decides who comes first in an answer: in plain records each address alike, in weighted ones the member's weight. */
export type ShareBasis = "addresses" | "weights";

const FAMILIES: readonly (readonly [AddressType, string])[] = [
  ["a", "IPv4"],
  ["aaaa", "IPv6"],
];

function findPart(member: DnsMember, type: AddressType, basis: ShareBasis): number {
  if (member[type].length === 0) return 0;
  return basis === "weights" ? member.weight : member[type].length;
}

function tellFamily({ members }: DnsPool, [type, family]: readonly [AddressType, string], basis: ShareBasis): string {
  const parts = members.map((member) => findPart(member, type, basis));
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return `${family}: no member has an address`;
  const shares = members.map(({ host }, index) => `${host} ${((100 * (parts[index] ?? 0)) / total).toFixed(1)} %`);
  return `${family}: ${shares.join(", ")}`;
}

/** Dual-stack clients try IPv6 first (RFC 6724), so who has none is found by those without IPv6 only. */
function tellUnreached({ members }: DnsPool): string[] {
  const without = members.filter(({ aaaa }) => aaaa.length === 0).map(({ host }) => host);
  if (without.length === 0 || without.length === members.length) return [];
  return [
    `visitors with IPv6 never come to ${without.join(", ")}, which ${without.length === 1 ? "has" : "have"} no IPv6 address: give all members one, or none`,
  ];
}

/** Tells the share of each member among visitors with IPv4 and with IPv6, and who is never reached with IPv6. */
export function tellFamilies(pool: DnsPool, basis: ShareBasis): string[] {
  return [...FAMILIES.map((family) => tellFamily(pool, family, basis)), ...tellUnreached(pool)];
}
