import { isWithin } from "../dns/host-name.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findInside({ fallback }: RuleFolder): Finding[] {
  if (!fallback) return [];
  const { origin, nameservers } = fallback.zone;
  return nameservers.flatMap((server, index) => {
    if (!isWithin(server, origin)) return [];
    const message = `must lie outside of the zone "${origin}", got "${server}"`;
    const cure = "name it by a name that another zone has the address of";
    return [{ pointer: `/zone/nameservers/${index}`, message, cure }];
  });
}

/** The servers of the fallback's zone have their addresses elsewhere. */
export const nameserverInZone = defineRule(
  {
    code: "nameserver-in-zone",
    wrong: "a name server of the fallback's zone has a name in that zone",
    reason: "the zone holds the pool alone, so the server's name would have no address, and checkers refuse the zone",
    cure: "make the pool's name a zone of its own, and name servers by names outside of it",
    before: '"origin": "project.example", "nameservers": ["ns1.project.example", "ns2.dns.example"]',
    after: '"origin": "dl.project.example", "nameservers": ["ns1.project.example", "ns2.dns.example"]',
  },
  "fallback",
  findInside,
);
