import type { Mirror, Pool, PublicMirror } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { isUrlPrefix, type PrefixOptions } from "../../core/url-prefix.ts";
import { mirrorKey } from "../rules/mirror-key.ts";
import { groupMirrors } from "./group-mirrors.ts";
import { isPlainPath, isPlainPrefix } from "./print-checked.ts";
import type { RedirectPool } from "./redirect-pool.ts";

/** What is planned for. */
export interface PlanOptions extends PrefixOptions {
  /** Where the links of the site begin; for pools that do not say it themselves, or to overrule them. */
  readonly fallbackPrefix?: string | undefined;
}

/** A pool that redirectors can be rendered from; or why there is none. */
export type RedirectPlan = { readonly pool: RedirectPool } | { readonly problems: readonly Problem[] };

function isOnion({ hostname }: URL): boolean {
  return hostname.endsWith(".onion");
}

/** Tells whether visitors of the fallback may be sent to a mirror: https leads to nothing else, and only an .onion name to .onion names. */
function isWithinReach({ url_prefix }: Mirror, fallback: URL): boolean {
  const mirror = new URL(url_prefix);
  if (isOnion(mirror)) return isOnion(fallback) && (fallback.protocol === "http:" || mirror.protocol === "https:");
  return mirror.protocol === "https:" || (fallback.protocol === "http:" && !isOnion(fallback));
}

function checkFallback(prefix: string | undefined, options: PrefixOptions): Problem[] {
  const pointer = "/fallback_prefix";
  if (prefix === undefined) {
    const message = "must say what is redirected, got nothing";
    return [{ code: "no-fallback-prefix", pointer, message, cure: 'write it, or add "--fallback-prefix <prefix>"' }];
  }
  if (isUrlPrefix(prefix, options) && isPlainPath(new URL(prefix).pathname)) return [];
  const message = `must be an https address whose path is of letters, digits and "._~+-" between slashes, got ${JSON.stringify(prefix)}`;
  return [{ code: "odd-fallback-prefix", pointer, message, cure: "choose a plainer path, and move the links there" }];
}

function checkMirror({ url_prefix }: Mirror, fallbackPrefix: string): Problem[] {
  const place = { pointer: "/mirrors" };
  if (mirrorKey(url_prefix).startsWith(mirrorKey(fallbackPrefix))) {
    const message = `must lie outside the fallback ${fallbackPrefix}, got "${url_prefix}", which would be redirected again`;
    const cure = "write the mirror's own address, not the shared one";
    return [{ code: "mirror-under-fallback", ...place, message, cure }];
  }
  if (isPlainPrefix(url_prefix)) return [];
  const message = `must be of letters, digits and "._~%/+@:=-", got "${url_prefix}"`;
  const cure = 'encode the others, such as "$" as "%24"';
  return [{ code: "odd-url-prefix", ...place, message, cure }];
}

function chooseMirrors({ mirrors }: Pool, fallbackPrefix: string): PublicMirror[] {
  const fallback = new URL(fallbackPrefix);
  return mirrors
    .filter((mirror) => mirror.weight > 0 && isWithinReach(mirror, fallback))
    .sort((one, other) => (one.url_prefix < other.url_prefix ? -1 : 1));
}

/**
 * Plans the redirects of a published list: the mirrors of some weight that visitors of the fallback may be sent to, by what they
 * carry. Refuses what could mean something else to a web server, and a mirror that lies under the fallback.
 */
export function planRedirects(list: Pool, { fallbackPrefix, ...options }: PlanOptions): RedirectPlan {
  const prefix = fallbackPrefix ?? list.fallback_prefix;
  const faults = checkFallback(prefix, options);
  if (prefix === undefined || faults.length > 0) return { problems: faults };
  const mirrors = chooseMirrors(list, prefix);
  const problems = mirrors.flatMap((mirror) => checkMirror(mirror, prefix));
  if (problems.length > 0) return { problems };
  if (mirrors.length > 0) {
    const { host, pathname: path } = new URL(prefix);
    return { pool: { host, path, ...groupMirrors(mirrors) } };
  }
  const message = `must hold a mirror of some weight that ${prefix} may lead to, got none`;
  return { problems: [{ code: "no-usable-mirror", pointer: "/mirrors", message, cure: "add an https mirror" }] };
}
