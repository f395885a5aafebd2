import type { DnsFormat, FormatFacts } from "./dns-format.ts";
import { renderGdnsd } from "./gdnsd.ts";
import { renderGdnsdStates } from "./gdnsd-states.ts";
import { renderGdnsdZone } from "./gdnsd-zone.ts";
import { findZoneSerial } from "./zone-head.ts";

const FACTS: FormatFacts = {
  engines: "gdnsd 3",
  weights: "exact: one member an answer, drawn by weight; weights from 1 to 1,048,575",
  checks:
    "http: asks each member every 10 s, two answers decide; https: reads what our own probe found, from a file, about a second after it changes",
  addresses: "a member's addresses are answered together, and its share stays that of its weight",
  scale: "Wikipedia's own servers, for all of its names",
  deploy: [
    "apt install gdnsd, and delegate the zone to it: it signs nothing, so without a DS record",
    "fairmirror dns --format gdnsd --output /etc/gdnsd/config --write",
    "fairmirror dns --format gdnsd-zone --output /etc/gdnsd/zones/ZONE --write",
    "after each probe: fairmirror dns --format gdnsd-states --output /var/lib/gdnsd/extfile/fairmirror.states --write",
    "gdnsd -S checkconf && gdnsdctl replace (after changes of members or weights; states need neither)",
  ],
};

/** gdnsd's `config`. */
export const GDNSD: DnsFormat = { ...FACTS, render: renderGdnsd, way: "file", keepsUnhealthy: true };

/** The zone file that goes with it. */
export const GDNSD_ZONE: DnsFormat = {
  ...FACTS,
  render: renderGdnsdZone,
  way: "file",
  keepsUnhealthy: true,
  findSerial: findZoneSerial,
};

/** The states of the members, for an https pool. */
export const GDNSD_STATES: DnsFormat = { ...FACTS, render: renderGdnsdStates, way: "file", keepsUnhealthy: true };
