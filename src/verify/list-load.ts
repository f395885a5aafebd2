import type { Releases } from "./releases.ts";

/** The list of releases; or why there is none: it could not be had, or it is not what the key's owner signed last. */
export type ListLoad =
  | { readonly kind: "list"; readonly releases: Releases; readonly hasExpired: boolean }
  | { readonly kind: "no-list" }
  | { readonly kind: "not-signed"; readonly reason: string };
