import { type AddressType, normalizeAddress } from "../dns/address.ts";
import { placeAddresses } from "./place-addresses.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

const WORDS: Readonly<
  Record<AddressType, { readonly name: string; readonly example: string; readonly other: AddressType }>
> = {
  a: { name: "IPv4", example: "192.0.2.10", other: "aaaa" },
  aaaa: { name: "IPv6", example: "2001:db8::10", other: "a" },
};

function findBad({ fallback }: RuleFolder): Finding[] {
  return placeAddresses(fallback).flatMap(({ type, text, pointer }) => {
    if (normalizeAddress(type, text) !== undefined) return [];
    const { name, example, other } = WORDS[type];
    const message = `must be an ${name} address, got ${JSON.stringify(text.slice(0, 80))}`;
    const isOther = normalizeAddress(other, text) !== undefined;
    const cure = isOther ? `move it to "${other}"` : `write one such as "${example}"`;
    return [{ pointer, message, cure }];
  });
}

/** Every address of the fallback pool is one, of its kind. */
export const badAddress = defineRule(
  {
    code: "bad-address",
    wrong: 'what stands in "a" is no IPv4 address, or what stands in "aaaa" no IPv6 address',
    reason: "name servers refuse the whole zone for it, and then the fallback has no address at all",
    cure: 'write IPv4 addresses into "a" and IPv6 addresses into "aaaa", without a port, a mask or leading zeros',
    before: '"a": ["192.0.2.010", "2001:db8::10"]',
    after: '"a": ["192.0.2.10"], "aaaa": ["2001:db8::10"]',
  },
  "fallback",
  findBad,
);
