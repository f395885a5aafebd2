import type { MaintainedMirror } from "../../core/pool.ts";
import { showValue } from "../../core/show-value.ts";
import { isEmail } from "../is-email.ts";
import { isEmpty } from "./json-record.ts";
import type { Found, ListEntry } from "./list-format.ts";
import type { Remarks } from "./read-entries.ts";
import { readWords } from "./read-words.ts";

/** What the reading of a mirror's facts depends on. */
export interface FactOptions {
  /** Whether operators' e-mail addresses are kept. */
  readonly withEmail: boolean;
  readonly findCountryCode: (text: string) => string | undefined;
}

/** What is known of a mirror beside its addresses and weight. */
export type Facts = Pick<MaintainedMirror, "country" | "sponsor" | "email" | "notes">;

const MAX_SPONSOR_LENGTH = 200;
const MAX_EMAIL_LENGTH = 200;
/** Of the 2000 characters that notes may have, some are kept for what the import itself has to say. */
const MAX_WORDS_LENGTH = 1500;

function readCountry(
  found: Found | undefined,
  { left }: Remarks,
  { findCountryCode }: FactOptions,
): string | undefined {
  if (!found || isEmpty(found.value)) return undefined;
  const { item, value } = found;
  const code = typeof value === "string" ? findCountryCode(value) : undefined;
  if (!code) left.push({ item, reason: `must be a country's code or English name, got ${showValue(value)}` });
  return code;
}

/** The address itself is never told: what is told ends up in logs. */
function readEmail(found: Found | undefined, remarks: Remarks, { withEmail }: FactOptions): string | undefined {
  if (!found || isEmpty(found.value)) return undefined;
  if (withEmail) return readWords(found, remarks, { maxLength: MAX_EMAIL_LENGTH, withEmail });
  remarks.left.push({ item: found.item, reason: 'an e-mail address is left out; add "--with-email" to keep it' });
  return undefined;
}

/** Several addresses, or words such as "unknown", are none that a program can write to: they go to the notes. */
function sortEmail(
  email: string | undefined,
  item: string | undefined,
  { changed }: Remarks,
): { readonly email?: string; readonly contact?: string } {
  if (email === undefined) return {};
  if (isEmail(email)) return { email };
  changed.push({ item: item ?? "", reason: "is not one plain e-mail address: it stands in the notes" });
  return { contact: `contact: ${email}` };
}

/** Reads what a pool can hold of a mirror beside its addresses and weight, and tells what it cannot. */
export function readFacts(entry: ListEntry, remarks: Remarks, options: FactOptions): Facts {
  const { withEmail } = options;
  const country = readCountry(entry.country, remarks, options);
  const sponsor = readWords(entry.sponsor, remarks, { maxLength: MAX_SPONSOR_LENGTH, withEmail });
  const { email, contact } = sortEmail(readEmail(entry.email, remarks, options), entry.email?.item, remarks);
  const words = readWords(entry.notes, remarks, { maxLength: MAX_WORDS_LENGTH, withEmail });
  const notes = [entry.disabled, contact, words].filter((text) => text !== undefined).join("; ");
  return { ...(country && { country }), ...(sponsor && { sponsor }), ...(email && { email }), ...(notes && { notes }) };
}
