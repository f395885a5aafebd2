import type { DnsPool } from "./dns-pool.ts";
import { printName } from "./print-checked.ts";

/** What an engine asks each member for, under the pool's name. */
export interface CheckTarget {
  readonly url: string;
  readonly protocol: "http" | "https";
  readonly port: number;
  /** With the slash that it begins with. */
  readonly path: string;
}

const PORTS = { "http:": 80, "https:": 443 } as const;

/** What means nothing to any engine, in quotes or not. */
const PLAIN_PATH = /^\/[A-Za-z0-9._~%/:+,@=&-]{0,2000}$/;

function isWebProtocol(protocol: string): protocol is keyof typeof PORTS {
  return Object.hasOwn(PORTS, protocol);
}

/**
 * Gives what engines are to ask members for; undefined when the pool has no `fallback_prefix`. Throws a RangeError for an address
 * that is not the pool's own, or that has characters with a meaning to engines.
 */
export function findCheckTarget({ checkUrl, name }: DnsPool): CheckTarget | undefined {
  if (checkUrl === undefined) return undefined;
  const { protocol, hostname, port, pathname, href } = new URL(checkUrl);
  const isPlain =
    PLAIN_PATH.test(pathname) && href === `${protocol}//${printName(name)}${port && `:${port}`}${pathname}`;
  if (!isWebProtocol(protocol) || hostname !== name || !isPlain)
    throw new RangeError(
      `checkUrl must be an http address of ${name} in plain characters, got ${JSON.stringify(href)}`,
    );
  return {
    url: href,
    protocol: protocol === "http:" ? "http" : "https",
    port: port === "" ? PORTS[protocol] : Number(port),
    path: pathname,
  };
}

/** Says what members must do for a check that asks for the prefix itself, which not every web server answers with 200. */
export function noteCheck({ path }: CheckTarget): string[] {
  return path.endsWith("/")
    ? [`every member must answer 200 for ${path}: better name a small file in "check_path"`]
    : [];
}
