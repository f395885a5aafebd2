import { BlockList } from "node:net";

/** An IP address, as it is written without brackets. */
export interface IpAddress {
  readonly ip: string;
  readonly family: number;
}

/**
 * The networks that are nobody's on the internet (RFC 6890): this machine, the network around it, many machines at once, and
 * what is kept for later. Those for documentation are not among them: they stand in samples.
 */
const INNER: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 127, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

/** Tells whether an address leads to this machine, the network around it, or nowhere: a stranger's list or redirect must not lead there. */
export function isInnerAddress({ ip, family }: IpAddress): boolean {
  const list = new BlockList();
  for (const [network, prefix, type] of INNER) list.addSubnet(network, prefix, type);
  return list.check(ip, family === 4 ? "ipv4" : "ipv6");
}
