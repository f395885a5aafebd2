import { isHostName } from "./host-name.ts";

/** Plain characters only: what else an address may hold would need its own escapes in each format. */
const CONTACT = /^([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)@([^@]+)$/;

/** Tells whether a text is an e-mail address that a zone can name as its contact. */
export function isContact(text: string): boolean {
  const [, mailbox = "", domain = ""] = CONTACT.exec(text) ?? [];
  return mailbox.length > 0 && mailbox.length <= 63 && isHostName(domain) && text.length <= 253;
}

/** Gives a contact as the name that stands in a zone: the dots of the mailbox escaped, a dot in place of the "@", and one at the end (RFC 1035, 8). Throws a RangeError for what is none. */
export function printContact(contact: string): string {
  const [, mailbox, domain] = (isContact(contact) ? CONTACT.exec(contact) : undefined) ?? [];
  if (mailbox === undefined || domain === undefined)
    throw new RangeError(`must be an e-mail address, got ${JSON.stringify(contact.slice(0, 300))}`);
  return `${mailbox.replaceAll(".", "\\.")}.${domain}.`;
}
