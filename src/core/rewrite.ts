import type { Mirror } from "./pool.ts";
import { showValue } from "./show-value.ts";
import { normalizeUrl } from "./url-prefix.ts";

/** An address; or what stands in its place in a link of SVG, which has no text. */
type Href = string | { readonly startsWith?: undefined };

/** Gives the part of an address that follows a prefix; undefined when it is not below it, or there is none. Both are in normal form. */
export function findPath(href: Href, prefix: string | undefined): string | undefined {
  return prefix && href.startsWith?.(prefix) ? href.slice(prefix.length) : undefined;
}

/** A prefix that ends in the middle of a name would match other hosts, too. */
function expectSlash(name: string, prefix: string): void {
  if (!prefix.endsWith("/")) throw new RangeError(`${name} must end in "/", got ${showValue(prefix)}`);
}

/**
 * Gives the same file's address on a mirror. Undefined: the address is not under the fallback prefix, and must stay as it is.
 * Both prefixes must have passed `isUrlPrefix`; query and fragment are kept. Throws a RangeError for a prefix without a final "/".
 */
export function rewriteUrl(url: string, fallbackPrefix: string, mirror: Mirror): string | undefined {
  expectSlash("fallbackPrefix", fallbackPrefix);
  expectSlash("url_prefix", mirror.url_prefix);
  const path = findPath(normalizeUrl(url) ?? "", fallbackPrefix);
  return path === undefined ? undefined : mirror.url_prefix + path;
}

/** Finds the mirror that an address lies on: of several prefixes that fit, the longest. */
export function findMirror<M extends Mirror>(url: string, mirrors: readonly M[]): M | undefined {
  const href = normalizeUrl(url) ?? "";
  const [longest] = mirrors
    .filter(({ url_prefix }) => href.startsWith(url_prefix))
    .sort((one, other) => other.url_prefix.length - one.url_prefix.length);
  return longest;
}

/** Gives the address under the fallback prefix of a file on a mirror: the way back of `rewriteUrl`. Undefined: on none of them. */
export function rewriteToFallback(url: string, fallbackPrefix: string, mirrors: readonly Mirror[]): string | undefined {
  const mirror = findMirror(url, mirrors);
  return mirror && rewriteUrl(url, mirror.url_prefix, { ...mirror, url_prefix: fallbackPrefix });
}
