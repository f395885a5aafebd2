import type { AddressType } from "./address.ts";
import { type CheckTarget, findCheckTarget, noteCheck } from "./check-target.ts";
import type { DnsPool, DnsRenderer, HealthSource } from "./dns-pool.ts";
import { ADDRESS_TYPES, listMembers } from "./list-members.ts";
import { renderLua, splitLua } from "./powerdns-lua.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";
import { renderZoneHead } from "./zone-head.ts";

const UNCHECKED = "PowerDNS asks nobody: members that fail are answered until the zone is written again after a probe";

function chooseTarget(pool: DnsPool, health: HealthSource = "engine"): CheckTarget | undefined {
  return health === "engine" ? findCheckTarget(pool) : undefined;
}

function renderRecord(pool: DnsPool, type: AddressType, target: CheckTarget | undefined): string[] {
  const members = listMembers(pool.members, type).filter(({ isHealthy }) => target ?? isHealthy);
  if (members.length === 0) return [];
  const lua = splitLua(renderLua(members, type, target));
  // `pdnsutil check-zone` warns of two blanks after LUA.
  return [`${printAbsolute(pool.name)} ${printNumber(pool.ttl, [1, 86_400])} IN LUA ${type.toUpperCase()} ${lua}`];
}

/**
 * Renders a zone with LUA records for PowerDNS: a member by weight, exactly, and all its addresses. Unless told otherwise, it
 * asks each address for `checkUrl`, over https with the pool's certificate, and answers those that give 200; all when none does.
 * Where it asks nobody, members that are down stay out.
 */
export const renderPowerdns: DnsRenderer = (pool, { serial, health }) => {
  const target = chooseTarget(pool, health);
  const records = ADDRESS_TYPES.flatMap((type) => renderRecord(pool, type, target));
  if (records.length === 0) throw new RangeError("members must hold one with a weight and an address, got none");
  const head = "; Written by fairmirror: changes by hand are lost";
  return {
    text: [head, ...renderZoneHead(pool, serial), ...records, ""].join("\n"),
    notes: target ? noteCheck(target) : [UNCHECKED],
  };
};
