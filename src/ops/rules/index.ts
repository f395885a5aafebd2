/**
 * The rules about what the maintainers' files mean, and the words about every problem that a check can raise.
 *
 * @module
 */
import { badEmail } from "./bad-email.ts";
import { duplicateFile } from "./duplicate-file.ts";
import { duplicateMirror } from "./duplicate-mirror.ts";
import { FIELD_EXPLANATIONS } from "./explain-fields.ts";
import { FALLBACK_EXPLANATIONS } from "./explain-fallback.ts";
import { SHAPE_EXPLANATIONS } from "./explain-shape.ts";
import { TEXT_EXPLANATIONS } from "./explain-text.ts";
import type { Explanation } from "./explanation.ts";
import { FALLBACK_RULES } from "./fallback-rules.ts";
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
  unreachableHost,
  unknownCountry,
  badEmail,
  duplicateFile,
  noPieces,
  oldStatus,
  unknownLacks,
  ...FALLBACK_RULES,
];

/** The words about every problem that a check can raise, by code from A to Z. */
export const EXPLANATIONS: readonly Explanation[] = [
  ...RULES,
  ...FIELD_EXPLANATIONS,
  ...FALLBACK_EXPLANATIONS,
  ...SHAPE_EXPLANATIONS,
  ...TEXT_EXPLANATIONS,
]
  .map(({ code, wrong, reason, cure, before, after }) => ({ code, wrong, reason, cure, before, after }))
  .sort((one, other) => (one.code < other.code ? -1 : 1));
