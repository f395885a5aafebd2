import type { DnsFormat } from "./dns-format.ts";
import { findGeodnsSerial, renderGeodns } from "./geodns.ts";

/** A zone for geodns. */
export const GEODNS: DnsFormat = {
  engines: "geodns 3",
  weights: "to a millionth: one address an answer, drawn by weight",
  checks:
    "none of its own here: a member that is down leaves with the next `probe` and `dns`, two seconds after the file changes",
  addresses: "a member's weight is shared out over its addresses, one of which is answered",
  scale: "the NTP pool, with thousands of servers",
  effort: "a server of its own, built from source, and one file",
  deploy: [
    "go install github.com/abh/geodns/v3@latest (no Debian package)",
    "fairmirror dns --format geodns --output DIR/ZONE.json --write",
    "geodns -config DIR -checkconfig",
    "geodns -config DIR -interface ADDRESS",
    "after each probe: the second line again; geodns reads the file when it changes",
  ],
  render: renderGeodns,
  way: "file",
  keepsUnhealthy: false,
  findSerial: findGeodnsSerial,
};
