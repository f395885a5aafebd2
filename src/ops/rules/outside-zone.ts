import { isWithin } from "../dns/host-name.ts";
import { defineRule } from "./rule.ts";

/** The zone of the fallback pool holds its name. */
export const outsideZone = defineRule(
  {
    code: "outside-zone",
    wrong: "the name of the fallback pool is neither the zone's own name nor below it",
    reason: "name servers ignore or refuse records that lie outside of their zone, so the pool would have no address",
    cure: "write the pool's name as the zone's origin, or a domain above it",
    before: '"name": "dl.project.example", "zone": { "origin": "projects.example" }',
    after: '"name": "dl.project.example", "zone": { "origin": "dl.project.example" }',
  },
  "fallback",
  ({ fallback }) => {
    if (!fallback || isWithin(fallback.name, fallback.zone.origin)) return [];
    const { name, zone } = fallback;
    const message = `must be "${name}" or a domain above it, got "${zone.origin}"`;
    return [{ pointer: "/zone/origin", message, cure: `write "${name}"` }];
  },
);
