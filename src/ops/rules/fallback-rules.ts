import { badAddress } from "./bad-address.ts";
import { duplicateAddress } from "./duplicate-address.ts";
import { duplicateMember } from "./duplicate-member.ts";
import { largeCheckPath } from "./large-check-path.ts";
import { loneMember } from "./lone-member.ts";
import { memberWithoutAddress } from "./member-without-address.ts";
import { missingCertificates } from "./missing-certificates.ts";
import { nameNotFallback } from "./name-not-fallback.ts";
import { nameserverInZone } from "./nameserver-in-zone.ts";
import { outsideZone } from "./outside-zone.ts";
import { privateAddress } from "./private-address.ts";
import type { Rule } from "./rule.ts";
import { unknownMember } from "./unknown-member.ts";
import { weightlessMember } from "./weightless-member.ts";

/** The rules about `fallback.json` that nothing can be made of who breaks. */
export const REFUSING_FALLBACK_RULES: readonly Rule[] = [
  nameNotFallback,
  outsideZone,
  nameserverInZone,
  missingCertificates,
  loneMember,
  unknownMember,
  duplicateMember,
  memberWithoutAddress,
  badAddress,
  privateAddress,
  duplicateAddress,
];

/** Every rule about `fallback.json`: also those that the pool is served in spite of. */
export const FALLBACK_RULES: readonly Rule[] = [...REFUSING_FALLBACK_RULES, weightlessMember, largeCheckPath];
