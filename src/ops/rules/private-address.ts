import { normalizeAddress } from "../dns/address.ts";
import { findReservedPurpose } from "../dns/reserved-networks.ts";
import { placeAddresses } from "./place-addresses.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

/** Names for documentation and tests (RFC 2606): their addresses may be those for documentation (RFC 5737, RFC 3849). */
const SAMPLE_NAME = /\.(example|test)$/;

function findPrivate({ fallback, dev }: RuleFolder): Finding[] {
  if (!fallback || dev) return [];
  const isSample = SAMPLE_NAME.test(fallback.name);
  return placeAddresses(fallback).flatMap(({ type, text, pointer }) => {
    const address = normalizeAddress(type, text);
    const purpose = address === undefined ? undefined : findReservedPurpose(type, address);
    if (purpose === undefined || (isSample && purpose === "documentation")) return [];
    const message = `must be an address that everyone can reach, got "${text}" (${purpose})`;
    return [{ pointer, message, cure: "write the mirror's public address" }];
  });
}

/** Every address of the fallback pool can be reached from everywhere. */
export const privateAddress = defineRule(
  {
    code: "private-address",
    wrong: "an address of the fallback pool is private, of one machine or link, or not given to anyone",
    reason: "part of the visitors would be led into their own network, or nowhere",
    cure: 'write the mirror\'s public address; for trying things out on your own machine, run with "--dev"',
    before: '"a": ["192.168.1.10"]',
    after: '"a": ["192.0.2.10"]',
  },
  "fallback",
  findPrivate,
);
