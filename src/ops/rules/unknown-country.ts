import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

/** What the platform has a name for, though it is no country. */
const NO_COUNTRIES = ["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

/** Gives the code that ISO 3166-1 has for a country today, or undefined when two letters name none. */
function findCountryCode(letters: string): string | undefined {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  if (NO_COUNTRIES.includes(letters) || names.of(letters) === undefined) return undefined;
  return new Intl.Locale(`und-${letters}`).region;
}

function findUnknown({ mirrors }: RuleFolder): Finding[] {
  return mirrors.flatMap(({ mirror: { country }, pointer }) => {
    // What is not two capital letters, the schema tells.
    if (typeof country !== "string" || !/^[A-Z]{2}$/.test(country)) return [];
    const code = findCountryCode(country);
    if (code === country) return [];
    const message = `must be the code of a country (ISO 3166-1 alpha-2), got "${country}"`;
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
