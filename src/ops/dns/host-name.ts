/** Letters, digits and hyphens (RFC 952, RFC 1123, 2.1), in lower case; no hyphen at either end, 63 characters at most. */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What fits into a message: 255 bytes with a length before each label and the root after the last (RFC 1035, 2.3.4). */
const MAX_LENGTH = 253;

/** Tells whether a text is the full name of a host as every engine takes it: two labels or more in lower case, no final dot, the last not a number. */
export function isHostName(text: string): boolean {
  const labels = text.split(".");
  return (
    text.length <= MAX_LENGTH &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}

/** Tells whether a name is a domain, or lies below it. */
export function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
