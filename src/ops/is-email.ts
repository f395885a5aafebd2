const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@.<>()[\]\\,;:"]+(\.[^\s@.<>()[\]\\,;:"]+)+$/;

/**
 * Tells whether a text is one plain e-mail address: something, an at sign, and a host name with a dot. Odder ones exist, but no
 * operator has one.
 */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}
