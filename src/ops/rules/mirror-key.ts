/** Every character that means the same with and without percent encoding (RFC 3986, 2.3). */
const UNRESERVED = /%(2D|2E|5F|7E|3\d|[46][1-9A-F]|[57][0-9A])/gi;

/**
 * Gives what two addresses of the same folder have in common, however they are spelled: with http or https, with or without
 * the final dot of a full host name, with or without a needless percent sign. Takes a right `url_prefix`.
 */
export function mirrorKey(url_prefix: string): string {
  const { hostname, port, pathname } = new URL(url_prefix);
  const host = `${hostname.replace(/\.$/, "")}${port && `:${port}`}`;
  const path = pathname.replaceAll(UNRESERVED, (sequence) => decodeURIComponent(sequence)).replaceAll(/\/{2,}/g, "/");
  return host + path.replaceAll(/%[0-9a-f]{2}/gi, (sequence) => sequence.toUpperCase());
}
