import { BlockList } from "node:net";
import type { Address } from "./resolve-host.ts";

/** The networks that are nobody's on the internet (RFC 6890): this machine, and the network around it. */
const INNER: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::", 127, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
];

/** Tells whether an address belongs to this machine or the network around it: a stranger's redirect must not lead there. */
export function isInnerAddress({ ip, family }: Address): boolean {
  const list = new BlockList();
  for (const [network, prefix, type] of INNER) list.addSubnet(network, prefix, type);
  return list.check(ip, family === 4 ? "ipv4" : "ipv6");
}
