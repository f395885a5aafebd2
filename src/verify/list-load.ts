import type { Releases } from "./releases.ts";

/**
 * The list of releases; or why there is none: it could not be had, it is not what the key's owner signed, or it is, but an older one
 * than was seen. `reason` holds words for people.
 */
export type ListLoad =
  | { readonly kind: "list"; readonly releases: Releases; readonly hasExpired: boolean }
  | { readonly kind: "no-list" | "rolled-back" }
  | { readonly kind: "not-signed"; readonly reason: string };
