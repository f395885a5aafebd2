import type { AddressType } from "./address.ts";
import type { CheckTarget } from "./check-target.ts";
import type { DnsMember } from "./dns-pool.ts";
import { printAddress, printNumber } from "./print-checked.ts";

/** PowerDNS hands a string of a record on as it is up to so many bytes (RFC 1035, 3.3). */
const LONGEST_STRING = 255;

const LARGEST_WEIGHT = 1_000_000;

/** Lua for the members of one family: each its weight and its addresses. */
function renderMembers(members: readonly DnsMember[], type: AddressType): string {
  const entries = members.map((member) => {
    const addresses = member[type].map((address) => `'${printAddress(type, address)}'`);
    return `{${printNumber(member.weight, [1, LARGEST_WEIGHT])}, {${addresses.join(", ")}}}`;
  });
  return `{${entries.join(", ")}}`;
}

/** Lua that sets `up[address]` for each address that answers; all of them when none does, and before the first check. */
function renderCheck(members: readonly DnsMember[], type: AddressType, url: string): string {
  const addresses = members.flatMap((member) => member[type].map((address) => `'${printAddress(type, address)}'`));
  const call = `ifurlup('${url}', {${addresses.join(", ")}}, {selector='all', backupSelector='all'})`;
  return `local up = {} for _, a in ipairs(${call}) do up[a] = true end`;
}

/** Lua that draws a member by weight among those with an address that is up, and answers those addresses. */
const DRAW_AMONG_UP = [
  "local names, left = {}, {} for i, m in ipairs(members) do local s = {}",
  "for _, a in ipairs(m[2]) do if up[a] then s[#s + 1] = a end end",
  "if #s > 0 then names[#names + 1] = {m[1], tostring(i)} left[tostring(i)] = s end end",
  "return left[pickwrandom(names)]",
].join(" ");

/** Lua that draws a member by weight and answers its addresses. Lua's own chance is not seeded: pickwrandom has PowerDNS's. */
const DRAW_AMONG_ALL = [
  "local names = {} for i, m in ipairs(members) do names[i] = {m[1], tostring(i)} end",
  "return members[tonumber(pickwrandom(names))][2]",
].join(" ");

/** The Lua of a record: a member by weight, with all its addresses; only those that answer, when there is something to ask for. */
export function renderLua(members: readonly DnsMember[], type: AddressType, target: CheckTarget | undefined): string {
  const list = `;local members = ${renderMembers(members, type)}`;
  if (!target) return `${list} ${DRAW_AMONG_ALL}`;
  return `${list} ${renderCheck(members, type, target.url)} ${DRAW_AMONG_UP}`;
}

/**
 * Gives a Lua text as the strings of a record. It is split at blanks only: PowerDNS puts one between strings, which would tear
 * a name or an address. Throws a RangeError for a word that is longer than a string, and for what ends a string or escapes.
 */
export function splitLua(lua: string): string {
  if (!/^[ !#-[\]-~]+$/.test(lua))
    throw new RangeError(`lua must have no quotes, backslashes or line ends, got ${lua}`);
  const strings: string[] = [];
  for (const word of lua.match(/\S+ ?/g) ?? []) {
    if (word.length > LONGEST_STRING) throw new RangeError(`a word must fit into ${LONGEST_STRING} bytes, got ${word}`);
    const last = strings.at(-1);
    if (last === undefined || last.length + word.length > LONGEST_STRING) strings.push(word);
    else strings[strings.length - 1] = last + word;
  }
  return strings.map((string) => `"${string}"`).join(" ");
}
