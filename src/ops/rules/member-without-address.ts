import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findAddressless({ fallback }: RuleFolder): Finding[] {
  return (fallback?.members ?? []).flatMap(({ url_prefix, a = [], aaaa = [] }, index) => {
    const pointer = `/members/${index}`;
    if (url_prefix.startsWith("http://") && url_prefix.includes(".onion"))
      return [
        {
          pointer: `${pointer}/url_prefix`,
          message: "must be a mirror with addresses in the DNS, got an onion service",
          cure: "remove the member",
        },
      ];
    if (a.length + aaaa.length > 0) return [];
    const message = "must have an address, got none";
    return [
      { pointer, message, cure: 'write its addresses into "a" and "aaaa"; "dig A HOST" and "dig AAAA HOST" tell them' },
    ];
  });
}

/** Every member of the fallback pool has an address to answer with. */
export const memberWithoutAddress = defineRule(
  {
    code: "member-without-address",
    wrong: "a member of the fallback pool has no address, or is an onion service, which has none in the DNS",
    reason: "the DNS has nothing to answer with, so the member gets nobody",
    cure: 'write the mirror\'s addresses into "a" and "aaaa", or remove the member',
    before: '{ "url_prefix": "https://m1.example/os/" }',
    after: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"] }',
  },
  "fallback",
  findAddressless,
);
