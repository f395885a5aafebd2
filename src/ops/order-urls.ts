import { isOpenTo } from "../core/accept.ts";
import type { Draw } from "../core/draw.ts";
import { orderMirrors } from "../core/order.ts";
import type { Pool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { findPath, rewriteUrl } from "../core/rewrite.ts";
import { isUrlPrefix, normalizeUrl } from "../core/url-prefix.ts";
import { showValue } from "../core/show-value.ts";

/** What an order is drawn for. */
export interface OrderOptions {
  /** The file's address at the fallback, as it stands on the site. */
  readonly url: string;
  /** Where the links of the site begin; for lists that do not say it themselves, or to overrule them. */
  readonly fallbackPrefix?: string | undefined;
  readonly draw: Draw;
  readonly dev: boolean;
}

/** The addresses of a file on the mirrors, the pick first; or why there are none. */
export type UrlOrder = { readonly urls: readonly string[] } | { readonly problem: Problem };

/** An address that can be led elsewhere, in its normal form, and its parts. */
interface Target {
  readonly href: string;
  readonly prefix: string;
  readonly path: string;
}

function refuse(code: string, message: string, cure: string): { readonly problem: Problem } {
  return { problem: { code, pointer: "", message, cure } };
}

function refusePrefix(fallbackPrefix: string | undefined): { readonly problem: Problem } {
  if (fallbackPrefix === undefined) {
    const message = "the pool must say where the site's links begin, got no fallback_prefix";
    return refuse("no-fallback-prefix", message, 'add "--fallback-prefix <prefix>"');
  }
  const message = `--fallback-prefix must be an https address that ends in "/", got ${showValue(fallbackPrefix)}`;
  return refuse("bad-fallback-prefix", message, "write it as the links of the site begin");
}

function readTarget(list: Pool, { url, fallbackPrefix, dev }: OrderOptions): Target | { readonly problem: Problem } {
  const prefix = fallbackPrefix ?? list.fallback_prefix;
  if (!isUrlPrefix(prefix, { dev })) return refusePrefix(fallbackPrefix);
  const href = normalizeUrl(url);
  const path = findPath(href ?? "", prefix);
  if (href !== undefined && path !== undefined) return { href, prefix, path };
  const cure = 'write it as it stands on the site, or name another beginning with "--fallback-prefix <prefix>"';
  return refuse("not-under-fallback", `the URL must begin with ${prefix}, got ${showValue(url)}`, cure);
}

/** Orders the mirrors for one address, as a page that came over the address's own protocol would. */
export function orderUrls(list: Pool, options: OrderOptions): UrlOrder {
  const target = readTarget(list, options);
  if ("problem" in target) return target;
  const { href, prefix, path } = target;
  const open = list.mirrors.filter((mirror) => isOpenTo(mirror, new URL(href).protocol));
  const urls = orderMirrors(open, options.draw, path).map((mirror) => rewriteUrl(href, prefix, mirror) ?? href);
  if (urls.length > 0) return { urls };
  const message = `a mirror must carry ${path}, and none does that this address may lead to`;
  return refuse("no-mirror-has-it", message, `download from the fallback itself: ${href}`);
}
