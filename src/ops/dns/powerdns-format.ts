import type { DnsFormat } from "./dns-format.ts";
import { renderPowerdns } from "./powerdns.ts";
import { findZoneSerial } from "./zone-head.ts";

/** A zone with LUA records. */
export const POWERDNS: DnsFormat = {
  engines: "PowerDNS Authoritative Server 4.7",
  weights: "exact: one member an answer, drawn by weight",
  checks:
    "asks each address over http or https every 5 s (`lua-health-checks-interval`), one answer decides; it takes any certificate",
  addresses: "a member's addresses are answered together, those that are up, and its share stays that of its weight",
  scale: "large hosters; Tails serves its website with such records",
  effort: "a server that runs Lua records, and one file",
  deploy: [
    "apt install pdns-server pdns-backend-bind (or an SQL backend)",
    "pdns.conf: enable-lua-records=yes",
    "fairmirror dns --format powerdns --output /var/lib/powerdns/ZONE --write",
    'bind backend: zone "ZONE" { type native; file "/var/lib/powerdns/ZONE"; }; SQL: pdnsutil load-zone ZONE FILE',
    "pdnsutil check-zone ZONE && pdns_control bind-reload-now ZONE, then ask it once: the check does not read Lua",
  ],
  render: renderPowerdns,
  way: "file",
  keepsUnhealthy: true,
  findSerial: findZoneSerial,
};
