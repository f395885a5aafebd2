import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { makeDnsPool } from "../../ops/dns/dns-pool-sample.ts";
import { MEMBERS, NAME } from "./weighted-members.ts";

/** Pools that the own check of every engine with weights must accept. */
export const CHECKED_POOLS: Readonly<Record<string, DnsPool>> = {
  "an http pool": makeDnsPool({ members: MEMBERS }),
  "an https pool": makeDnsPool({ members: MEMBERS, checkUrl: `https://${NAME}/os/` }),
  "a pool at the top of its zone": makeDnsPool({ members: MEMBERS, zone: { ...makeDnsPool().zone, origin: NAME } }),
};
