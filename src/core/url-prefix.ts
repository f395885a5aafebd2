/** The one part of the platform this folder relies on; browsers, Node, Deno and extensions have it (https://url.spec.whatwg.org). */
declare const URL: new (text: string) => Record<"href" | "origin" | "protocol" | "hostname" | "pathname", string>;

/** What the rules allow beyond the published format. */
export interface PrefixOptions {
  /** Allows plain http on localhost and 127.0.0.1, for trying things out on one's own machine: true, or any word but "off". */
  readonly dev?: boolean | string;
}

/** A scheme, a host of plain characters (others have a meaning in a Content-Security-Policy, where origins are listed), a folder. */
const SAFE_PREFIX = /^(https:\/\/[\w.-]+|http:\/\/[\w.-]+\.onion)(:\d+)?\/([^?#]*\/)?$/;
const DEV_PREFIX = /^(https:\/\/[\w.-]+|http:\/\/([\w.-]+\.onion|localhost|127\.0\.0\.1))(:\d+)?\/([^?#]*\/)?$/;

/**
 * Tells whether a value can stand before a path: https (or http on a .onion name), ending in "/", with no credentials, query
 * or fragment, and in normal form (WHATWG URL), so that what is compared, hashed and requested is one and the same text.
 */
export function isUrlPrefix(value: unknown, { dev }: PrefixOptions = {}): value is string {
  try {
    return new URL(value as string).href === value && (dev && dev !== "off" ? DEV_PREFIX : SAFE_PREFIX).test(value);
  } catch {
    return false;
  }
}

/** Gives an address in its normal form (WHATWG URL), or undefined for what is not an absolute address. */
export function normalizeUrl(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}
