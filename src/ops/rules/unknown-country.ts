import { showValue } from "../../core/show-value.ts";
import { countryCodeFinder } from "../country-code.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findUnknown({ mirrors }: RuleFolder): Finding[] {
  const findCountryCode = countryCodeFinder();
  return mirrors.flatMap(({ mirror: { country }, pointer }) => {
    const code = country === undefined ? undefined : findCountryCode(country);
    if (code === country) return [];
    const message = `must be the code of a country (ISO 3166-1 alpha-2), got ${showValue(country)}`;
    const cure = code === undefined ? "correct it, or leave the country out" : `write "${code}"`;
    return [{ pointer: `${pointer}/country`, message, cure }];
  });
}

/** Every country is one. */
export const unknownCountry = defineRule(
  {
    code: "unknown-country",
    wrong: "two letters stand for no country",
    reason: "visitors see the name of the country beside the mirror; letters that name none help nobody",
    cure: "write the code of ISO 3166-1 alpha-2, or leave the country out",
    before: '"country": "UK"',
    after: '"country": "GB"',
  },
  "pool",
  findUnknown,
);
