/**
 * The rules about what the maintainers' files mean, and the words about every problem that can be told.
 *
 * @module
 */
import { badEmail } from "./bad-email.ts";
import { duplicateFile } from "./duplicate-file.ts";
import { duplicateMirror } from "./duplicate-mirror.ts";
import { BALANCE_EXPLANATIONS } from "./explain-balance.ts";
import { DNS_EXPLANATIONS } from "./explain-dns.ts";
import { DOCTOR_EXPLANATIONS } from "./explain-doctor.ts";
import { FIELD_EXPLANATIONS } from "./explain-fields.ts";
import { IMPORT_EXPLANATIONS } from "./explain-import.ts";
import { LIST_EXPLANATIONS } from "./explain-lists.ts";
import { PROBE_EXPLANATIONS } from "./explain-probe.ts";
import { CLIENT_EXPLANATIONS } from "./explain-clients.ts";
import { RELEASE_EXPLANATIONS } from "./explain-releases.ts";
import { FALLBACK_EXPLANATIONS } from "./explain-fallback.ts";
import { REDIRECT_EXPLANATIONS } from "./explain-redirect.ts";
import { SHAPE_EXPLANATIONS } from "./explain-shape.ts";
import { SIGNATURE_EXPLANATIONS } from "./explain-signatures.ts";
import { SIMULATE_EXPLANATIONS } from "./explain-simulate.ts";
import { SITE_EXPLANATIONS } from "./explain-site.ts";
import { TEXT_EXPLANATIONS } from "./explain-text.ts";
import type { Explanation } from "./explanation.ts";
import { FALLBACK_RULES } from "./fallback-rules.ts";
import { fallbackUnderMirror } from "./fallback-under-mirror.ts";
import { futureList } from "./future-list.ts";
import { mirrorUnderFallback } from "./mirror-under-fallback.ts";
import { noPieces } from "./no-pieces.ts";
import { noUsableMirror } from "./no-usable-mirror.ts";
import { oldStatus } from "./old-status.ts";
import type { Rule } from "./rule.ts";
import { unknownCountry } from "./unknown-country.ts";
import { unknownLacks } from "./unknown-lacks.ts";
import { unreachableHost } from "./unreachable-host.ts";
import { weightOverHalf } from "./weight-over-half.ts";

export type { Explanation } from "./explanation.ts";
export type { Rule } from "./rule.ts";

/** Every rule, in the order that its problems are told in. */
export const RULES: readonly Rule[] = [
  duplicateMirror,
  noUsableMirror,
  weightOverHalf,
  mirrorUnderFallback,
  fallbackUnderMirror,
  unreachableHost,
  unknownCountry,
  badEmail,
  duplicateFile,
  futureList,
  noPieces,
  oldStatus,
  unknownLacks,
  ...FALLBACK_RULES,
];

/** The words about every problem that the program and the site's build can tell, by code from A to Z. */
export const EXPLANATIONS: readonly Explanation[] = [
  ...RULES,
  ...FIELD_EXPLANATIONS,
  ...FALLBACK_EXPLANATIONS,
  ...SHAPE_EXPLANATIONS,
  ...TEXT_EXPLANATIONS,
  ...LIST_EXPLANATIONS,
  ...PROBE_EXPLANATIONS,
  ...RELEASE_EXPLANATIONS,
  ...CLIENT_EXPLANATIONS,
  ...SIGNATURE_EXPLANATIONS,
  ...IMPORT_EXPLANATIONS,
  ...DOCTOR_EXPLANATIONS,
  ...DNS_EXPLANATIONS,
  ...REDIRECT_EXPLANATIONS,
  ...SIMULATE_EXPLANATIONS,
  ...BALANCE_EXPLANATIONS,
  ...SITE_EXPLANATIONS,
]
  .map(({ code, wrong, reason, cure, before, after }) => ({ code, wrong, reason, cure, before, after }))
  .sort((one, other) => (one.code < other.code ? -1 : 1));
