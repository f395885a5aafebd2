import type { PublicMirror } from "../../core/pool.ts";
import { isAllowed } from "./match-sites.ts";

/** A browser shows all the hosts that it asks about: nobody reads more, and a download needs no more. */
const MOST_ASKED = 20;

/** Gives the hosts of mirrors, each once, without their ports: Firefox knows none there. */
export function listHosts(mirrors: readonly PublicMirror[]): string[] {
  return [...new Set(mirrors.map(({ url_prefix }) => new URL(url_prefix).hostname))];
}

/** Gives the hosts that the browser's user is asked about next: the first of those in the session's order that may not be asked yet. */
export function listAsked(mirrors: readonly PublicMirror[], allowed: readonly string[]): string[] {
  const others = mirrors.filter(({ url_prefix: prefix }) => !isAllowed(prefix, allowed));
  return listHosts(others).slice(0, MOST_ASKED);
}
