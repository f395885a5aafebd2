import type { Mirror, PublicMirror } from "./pool.ts";
import { isUrlPrefix, type PrefixOptions } from "./url-prefix.ts";

/** Tells whether this code knows the format that a pool declares by its major version: 1, or nothing at all. */
export function isKnownVersion(version: unknown): boolean {
  return (version ?? 1) === 1;
}

/** Tells whether a value is a weight: an integer from 0 to 1000. */
export function isWeight(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1000;
}

/** Tells whether an entry of a pool can be used: its `url_prefix` and `weight` are right. What else it holds is not looked at. */
export function isMirror(entry: unknown, options?: PrefixOptions): entry is PublicMirror {
  return (
    isUrlPrefix((entry as PublicMirror | null | undefined)?.url_prefix, options) &&
    isWeight((entry as PublicMirror).weight)
  );
}

/**
 * Tells whether a page may lead to a mirror, by the protocol it came over ("https:" or "http:"): one that came over https leads
 * nobody to http, which a page that came by any other way may. So .onion mirrors serve the visitors of an .onion site, and no one draws a name that their browser cannot reach.
 */
export function isOpenTo({ url_prefix }: Mirror, protocol: string): boolean {
  return protocol !== "https:" || url_prefix.startsWith(protocol);
}
