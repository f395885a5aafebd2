import { isUrlPrefix } from "../../core/url-prefix.ts";
import { showValue } from "../../core/show-value.ts";
import { isUnreachableHost } from "../is-unreachable-host.ts";
import { findPrefixFault } from "../prefix-problem.ts";

/** What an address in another list is good for. */
export type AddressReading =
  | { readonly kind: "web"; readonly url_prefix: string; readonly changes: readonly string[] }
  /** Plain http, where only https will do: `url_prefix` is what it would be over https. */
  | { readonly kind: "http"; readonly url_prefix: string; readonly changes: readonly string[] }
  | { readonly kind: "rsync"; readonly rsync_url: string }
  | { readonly kind: "unfit"; readonly reason: string };

const MAX_LENGTH = 2000;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const HOST_AND_PATH = /^(\/\/)?([\w-]+(?:\.[\w-]+)+(?::\d+)?)(\/.*)?$/;
const RSYNC_MODULE = /^(?:rsync:\/\/)?([\w.-]+)::([^\s]*)$/i;

function unfit(reason: string, value: unknown): AddressReading {
  return { kind: "unfit", reason: `${reason}, got ${showValue(value)}` };
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The address itself is not shown where it holds a password: messages end up in logs. */
function findUrlFault(url: URL, text: string): AddressReading | undefined {
  if (url.username + url.password !== "")
    return {
      kind: "unfit",
      reason: `must not carry a user name or password, got an address at ${showValue(url.host)} with one`,
    };
  if (/[?#]/.test(text)) return unfit("must not carry a query or fragment", text);
  return undefined;
}

function readRsync(text: string): AddressReading {
  const url = parseUrl(text);
  if (!url?.hostname || /\s/.test(text)) return unfit("must be an rsync address with a host", text);
  return findUrlFault(url, text) ?? { kind: "rsync", rsync_url: text };
}

/** Tells how a prefix differs from what stood in the list; the final slash counts apart, since it is the commonest fault. */
function tellChanges(text: string, url_prefix: string, isSchemeKnown: boolean): string[] {
  if (!isSchemeKnown) return [`names no scheme, written as ${showValue(url_prefix)}: "probe" must confirm it`];
  if (text === url_prefix) return [];
  const reason = text + "/" === url_prefix ? 'has no final "/"' : "is not in normal form";
  return [`${reason}, written as ${showValue(url_prefix)}`];
}

function readWeb(text: string, original: string): AddressReading {
  const url = parseUrl(text);
  if (!url) return unfit("must be an absolute address", original);
  const fault = findUrlFault(url, original);
  if (fault) return fault;
  const isPlain = url.protocol === "http:" && !url.hostname.endsWith(".onion");
  const origin = isPlain ? url.origin.replace("http:", "https:") : url.origin;
  const url_prefix = origin + url.pathname + (url.pathname.endsWith("/") ? "" : "/");
  if (!isUrlPrefix(url_prefix))
    return { kind: "unfit", reason: findPrefixFault(url_prefix)?.message ?? "cannot be used" };
  if (isUnreachableHost(url.hostname, { dev: false })) return unfit("must have a host that everyone reaches", original);
  if (isPlain) return { kind: "http", url_prefix, changes: [] };
  return { kind: "web", url_prefix, changes: tellChanges(original, url_prefix, text === original) };
}

function readWithoutScheme(text: string): AddressReading {
  const [, , host, path = "/"] = HOST_AND_PATH.exec(text) ?? [];
  if (!host) return unfit("must be an absolute address", text);
  const isOnion = /\.onion(:\d+)?$/i.test(host);
  return readWeb(`${isOnion ? "http" : "https"}://${host}${path}`, text);
}

/** Sorts out an address of any shape: a mirror's prefix, plain http, rsync, or the reason why it is none of them. */
export function readAddress(value: unknown): AddressReading {
  if (typeof value !== "string") return unfit("must be an address", value);
  const text = value.trim();
  if (text.length > MAX_LENGTH) return unfit(`must be an address of at most ${MAX_LENGTH} characters`, value);
  const [, host, path] = RSYNC_MODULE.exec(text) ?? [];
  if (host) return unfit(`must be an address such as "rsync://${host}/${path ?? ""}"`, value);
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return readWithoutScheme(text);
  if (scheme === "rsync") return readRsync(text);
  if (scheme === "https" || scheme === "http") return readWeb(text, text);
  return unfit("must begin with https://", value);
}
