import type { AddressType } from "./address.ts";

/** Networks whose addresses are nobody's on the internet, by what they are for (the registries of RFC 6890). */
const IPV4_NETWORKS: readonly (readonly [network: string, bits: number, purpose: string])[] = [
  ["0.0.0.0", 8, "no host's"],
  ["10.0.0.0", 8, "private"],
  ["100.64.0.0", 10, "a provider's own"],
  ["127.0.0.0", 8, "loopback"],
  ["169.254.0.0", 16, "link-local"],
  ["172.16.0.0", 12, "private"],
  ["192.0.0.0", 24, "reserved"],
  ["192.0.2.0", 24, "documentation"],
  ["192.168.0.0", 16, "private"],
  ["198.18.0.0", 15, "for benchmarks"],
  ["198.51.100.0", 24, "documentation"],
  ["203.0.113.0", 24, "documentation"],
  ["224.0.0.0", 4, "multicast"],
  ["240.0.0.0", 4, "reserved"],
];

/** The same for IPv6; the first one that fits counts. */
const IPV6_NETWORKS: readonly (readonly [prefix: RegExp, purpose: string])[] = [
  [/^f[cd]/, "private"],
  [/^fe[89ab]/, "link-local"],
  [/^ff/, "multicast"],
  [/^0{31}1$/, "loopback"],
  [/^0{20}ffff/, "an IPv4 address in disguise"],
  [/^20010000/, "for tunnels"],
  [/^2002/, "for tunnels"],
  [/^20010db8/, "documentation"],
  [/^3fff0/, "documentation"],
  [/^[^23]/, "not for hosts on the internet"],
];

function toNumber(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Gives the 32 hexadecimal digits of an address in its canonical spelling. */
function toDigits(address: string): string {
  const [head = "", tail] = address.split("::");
  const spell = (part: string): string[] => part.split(":").flatMap((group) => (group ? [group.padStart(4, "0")] : []));
  const [before, after] = [spell(head), spell(tail ?? "")];
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0000"), ...after].join("");
}

/**
 * Tells what an address is for when it is none that everyone can reach, or undefined when it is. Takes a canonical spelling (see
 * `normalizeAddress`).
 */
export function findReservedPurpose(type: AddressType, address: string): string | undefined {
  if (type === "aaaa") return IPV6_NETWORKS.find(([prefix]) => prefix.test(toDigits(address)))?.[1];
  const number = toNumber(address);
  const isIn = (network: string, bits: number): boolean =>
    Math.floor(number / 2 ** (32 - bits)) === toNumber(network) / 2 ** (32 - bits);
  return IPV4_NETWORKS.find(([network, bits]) => isIn(network, bits))?.[2];
}
