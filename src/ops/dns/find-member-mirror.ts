import { normalizeUrl } from "../../core/url-prefix.ts";
import type { Mirror } from "../../core/pool.ts";
import { mirrorKey } from "../rules/mirror-key.ts";
import type { FallbackMember } from "./fallback.ts";

/** Finds the mirror that a member of the fallback pool is, however its address is spelled. */
export function findMemberMirror<M extends Mirror>(
  { url_prefix }: FallbackMember,
  mirrors: readonly M[],
): M | undefined {
  if (normalizeUrl(url_prefix) === undefined) return undefined;
  const key = mirrorKey(url_prefix);
  return mirrors.find((mirror) => mirrorKey(mirror.url_prefix) === key);
}
