import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { countryCodeFinder } from "../../../src/ops/country-code.ts";
import { findLinkSpeed } from "../../../src/ops/import/link-speed.ts";

const COUNTRIES: Readonly<Record<string, string | undefined>> = {
  de: "DE",
  NO: "NO",
  UK: "GB",
  "South Korea": "KR",
  United_States: "US",
  Bosnia_and_Herzegovina: "BA",
  "Czech Republic": "CZ",
  Turkey: "TR",
  "hong kong": "HK",
  "(Distributed)": undefined,
  Global: undefined,
  EU: undefined,
  ZZ: undefined,
  XX: undefined,
  constructor: undefined,
};

const SPEEDS: Readonly<Record<string, number | undefined>> = {
  10: 0.128,
  60: 10,
  120: 20_000,
  140: 100_000,
  "1 Gbps": 1000,
  "512 Kbps": 0.512,
  "2.5 Gbit/s": 2500,
  75: undefined,
  "0 Mbps": undefined,
  "-1 Gbps": undefined,
  toString: undefined,
  "": undefined,
};

suite("facts in another list", () => {
  const findCountryCode = countryCodeFinder();
  for (const [text, code] of Object.entries(COUNTRIES))
    test(`name a country: ${text} is ${code ?? "none"}`, () => assert.equal(findCountryCode(text), code));

  for (const [text, speed] of Object.entries(SPEEDS))
    test(`name a speed: "${text}" is ${speed ?? "none"}`, () => assert.equal(findLinkSpeed(text), speed));
});
