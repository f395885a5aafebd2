import { normalizeAddress } from "../dns/address.ts";
import { placeAddresses } from "./place-addresses.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findDuplicates({ fallback }: RuleFolder): Finding[] {
  const firsts = new Map<string, string>();
  return placeAddresses(fallback).flatMap(({ type, text, pointer }) => {
    const key = normalizeAddress(type, text) ?? text;
    const first = firsts.get(key);
    firsts.set(key, first ?? pointer);
    if (first === undefined) return [];
    const message = `must stand once, got the address of ${first} again`;
    return [{ pointer, message, cure: 'remove one of the two; weights are told by "weight"' }];
  });
}

/** No address stands in the fallback pool twice. */
export const duplicateAddress = defineRule(
  {
    code: "duplicate-address",
    wrong: "an address stands in the fallback pool more than once, perhaps in another spelling",
    reason:
      "a set of DNS records holds each address once, so the second has no effect, or makes the engine refuse the file",
    cure: 'remove one of the two; to give a member more visitors, raise its "weight" and use an engine that knows weights',
    before: '"aaaa": ["2001:db8::10", "2001:DB8:0::10"]',
    after: '"aaaa": ["2001:db8::10"]',
  },
  "fallback",
  findDuplicates,
);
