import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { ProbeFaultError } from "./probe-fault-error.ts";

/** An address of a host. */
export interface Address {
  readonly ip: string;
  readonly family: 4 | 6;
}

/** Gives the addresses that an address's host has, IPv4 first. Rejects with a `ProbeFaultError` when it has none. */
export type ResolveHost = (url: URL) => Promise<readonly Address[]>;

/** A name that is directed by hand, as by curl's `--resolve`: by "host:port", where the host may be "*". */
export type Directions = ReadonlyMap<string, readonly Address[]>;

/** The most addresses of one family that a mirror is asked over. */
const MAX_ADDRESSES = 8;

/** How often a name server is asked. */
const TRIES = 2;

/** Gives an address by its text, or undefined. */
export function toAddress(text: string): Address | undefined {
  const ip = text.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(ip);
  return family === 4 || family === 6 ? { ip, family } : undefined;
}

/** Gives the port that an address leads to. */
export function findPort({ port, protocol }: URL): number {
  return Number(port) || (protocol === "http:" ? 80 : 443);
}

async function lookUp(ask: Promise<string[]>, host: string): Promise<readonly Address[]> {
  try {
    return (await ask).slice(0, MAX_ADDRESSES).flatMap((text) => toAddress(text) ?? []);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOTFOUND" || code === "ENODATA") return [];
    const reason = `does not resolve: the name servers gave no answer for ${host} (${code})`;
    throw new ProbeFaultError({ code: "no-name", reason });
  }
}

/** Gives what one family's question gives where the other's failed: a name server that knows no AAAA harms nobody. */
async function lookUpBoth(resolver: Resolver, host: string): Promise<readonly Address[]> {
  const answers = await Promise.allSettled([
    lookUp(resolver.resolve4(host), host),
    lookUp(resolver.resolve6(host), host),
  ]);
  const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (found.length === 0 && failed) throw failed.reason;
  return found;
}

/** Makes a resolver that asks the name servers itself: the system's own would let a few hanging names block all others. */
export function createResolveHost(directions: Directions, { timeoutMs }: { readonly timeoutMs: number }): ResolveHost {
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / TRIES), tries: TRIES });
  return async (url) => {
    const host = url.hostname;
    const port = findPort(url);
    const own = host === "localhost" ? toAddress("127.0.0.1") : toAddress(host);
    const directed = directions.get(`${host}:${port}`) ?? directions.get(`*:${port}`);
    const addresses = directed ?? (own ? [own] : await lookUpBoth(resolver, host));
    if (addresses.length > 0) return addresses;
    throw new ProbeFaultError({ code: "no-name", reason: `does not resolve: ${host} has no address` });
  };
}
