import type { PublicMirror } from "./pool.ts";
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
  const mirror = entry as Partial<PublicMirror> | null | undefined;
  return isUrlPrefix(mirror?.url_prefix, options) && isWeight(mirror.weight);
}
