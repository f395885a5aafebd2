import { ADDRESS_TYPES, type AddressType } from "./address.ts";
import { type CheckTarget, findCheckTarget, noteCheck } from "./check-target.ts";
import type { DnsPool, DnsRenderer, HealthSource } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { listMembers } from "./list-members.ts";
import { TTL_RANGE } from "./list-records.ts";
import { renderLua, splitLua } from "./powerdns-lua.ts";
import { printAbsolute, printNumber } from "./print-checked.ts";
import { renderZoneHead } from "./zone-head.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "; made by fairmirror from fallback.json, for PowerDNS: what is written here by hand is lost";

const UNCHECKED = "PowerDNS asks nobody: members that fail are answered until the zone is written again after a probe";

/** PowerDNS 4.7 was seen to be content with a certificate for another name that nobody vouches for. */
const ANY_CERTIFICATE =
  "PowerDNS takes any certificate when it asks over https: our own probe sees what visitors will see";

function chooseTarget(pool: DnsPool, health: HealthSource = "engine"): CheckTarget | undefined {
  return health === "engine" ? findCheckTarget(pool) : undefined;
}

function renderRecord(pool: DnsPool, type: AddressType, target: CheckTarget | undefined): string[] {
  const members = listMembers(pool.members, type);
  if (members.length === 0) return [];
  const lua = splitLua(renderLua(members, type, target));
  // `pdnsutil check-zone` warns of two blanks after LUA.
  return [`${printAbsolute(pool.name)} ${printNumber(pool.ttl, TTL_RANGE)} IN LUA ${type.toUpperCase()} ${lua}`];
}

function noteHealth(target: CheckTarget | undefined): string[] {
  if (!target) return [UNCHECKED];
  return target.protocol === "https" ? [ANY_CERTIFICATE, ...noteCheck(target)] : noteCheck(target);
}

/**
 * Renders a zone with LUA records for PowerDNS: a member by weight, exactly, and all its addresses. Unless told otherwise, it
 * asks each address for `checkUrl` and answers those that give 200, or all when none does. Where it asks nobody, members that are
 * down stay out. Throws a RangeError when there is nobody at all.
 */
export const renderPowerdns: DnsRenderer = (all, { serial, health }) => {
  const target = chooseTarget(all, health);
  const pool = { ...all, members: all.members.filter(({ isHealthy }) => target ?? isHealthy) };
  const records = ADDRESS_TYPES.flatMap((type) => renderRecord(pool, type, target));
  if (records.length === 0) throw new RangeError("members must hold one with a weight and an address, got none");
  return {
    text: [HEAD, ...renderZoneHead(pool, serial), ...records, ""].join("\n"),
    notes: [...noteHealth(target), ...tellFamilies(pool, "weights")],
  };
};
