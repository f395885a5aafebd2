import type { PublicMirror } from "../../core/pool.ts";

/** Tells whether a host is the one of a pattern, which may begin with "*." (and then means that name itself, too) or be "*". */
function isHostOf(pattern: string, host: string): boolean {
  if (pattern === "*" || pattern === host) return true;
  return pattern.startsWith("*.") && (host === pattern.slice(2) || host.endsWith(pattern.slice(1)));
}

function isSiteOf(pattern: string, { protocol, hostname }: URL): boolean {
  if (pattern === "<all_urls>") return true;
  const [, scheme = "", host = ""] = /^(\*|https?):\/\/([^/]*)\//.exec(pattern) ?? [];
  return (scheme === "*" || `${scheme}:` === protocol) && isHostOf(host, hostname);
}

/** Tells whether an address is at one of the sites that match patterns name (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns); what follows the host is not looked at. */
export function isAllowed(address: string, patterns: readonly string[]): boolean {
  const url = new URL(address);
  return patterns.some((pattern) => isSiteOf(pattern, url));
}

/** Gives the mirrors at the sites that match patterns name. */
export function keepAllowed(mirrors: readonly PublicMirror[], patterns: readonly string[]): readonly PublicMirror[] {
  return mirrors.filter(({ url_prefix: prefix }) => isAllowed(prefix, patterns));
}
