import { showValue } from "../../core/show-value.ts";
import { isEmpty } from "./json-record.ts";
import type { Found } from "./list-format.ts";
import type { Remarks } from "./read-entries.ts";

/** How a text is taken over. */
export interface WordOptions {
  readonly maxLength: number;
  /** Whether e-mail addresses in the text are kept. */
  readonly withEmail: boolean;
}

/** What lies beyond is not looked at: no list has such texts. */
const MAX_READ = 10_000;
const EMAIL = /[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,190}/g;

function hideEmails(text: string): string {
  return text.replace(EMAIL, "(e-mail address left out)");
}

/** Reads words for people, such as a sponsor's name: one text, not too long, and without e-mail addresses unless they are wanted. */
export function readWords(
  found: Found | undefined,
  { left, changed }: Remarks,
  options: WordOptions,
): string | undefined {
  if (found === undefined || isEmpty(found.value)) return undefined;
  const { item, value } = found;
  if (typeof value !== "string" && typeof value !== "number") {
    left.push({ item, reason: `must be a text, got ${showValue(value)}` });
    return undefined;
  }
  const text = String(value).trim().slice(0, MAX_READ);
  const plain = options.withEmail ? text : hideEmails(text);
  if (plain !== text) left.push({ item, reason: 'an e-mail address in it is left out; add "--with-email" to keep it' });
  const characters = Array.from(plain);
  if (characters.length <= options.maxLength) return plain;
  changed.push({ item, reason: `must be at most ${options.maxLength} characters, cut from ${characters.length}` });
  return characters.slice(0, options.maxLength).join("");
}
