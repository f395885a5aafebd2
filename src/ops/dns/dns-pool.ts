import type { FallbackZone, UpdateServer } from "./fallback-zone.ts";

/** A member of the DNS pool that was checked and chosen. */
export interface DnsMember {
  readonly url_prefix: string;
  /** The mirror's own host name: unique in the pool unless two members share a host, so never a key. */
  readonly host: string;
  /** The member's own, or the mirror's effective weight; an integer from 1 on. */
  readonly weight: number;
  /** IPv4 addresses, sorted, each once in the whole pool. */
  readonly a: readonly string[];
  /** IPv6 addresses in their canonical spelling (RFC 5952), sorted, each once in the whole pool. */
  readonly aaaa: readonly string[];
  /** Whether it is to be in the answers by what probes found out; always true where findings left out too many (see `chooseMembers`). */
  readonly isHealthy: boolean;
}

/** The DNS pool as every renderer takes it: checked, chosen, and sorted by `url_prefix`. All names are in lower case, without a final dot. */
export interface DnsPool {
  readonly name: string;
  /** In seconds; the same for all records of the pool. */
  readonly ttl: number;
  readonly zone: FallbackZone;
  readonly server: Required<UpdateServer>;
  /** What health checks ask each member for, under the pool's name; undefined when the pool has no `fallback_prefix`. In normal form. */
  readonly checkUrl: string | undefined;
  /** At least one, each with an address and a weight. */
  readonly members: readonly DnsMember[];
}

/** Who finds out that a member is down: the engine itself, by asking it; our own probe, through a file that the engine reads; nobody. */
export type HealthSource = "engine" | "probe" | "none";

/** What a renderer is told beside the pool. */
export interface RenderOptions {
  /** The serial of the zone, from 1 to 4,294,967,295. */
  readonly serial: number;
  /** Undefined: what suits the format. */
  readonly health?: HealthSource | undefined;
}

/** What was rendered. */
export interface Rendering {
  /** The whole file, in lines that end in a newline; the same for the same pool and options. */
  readonly text: string;
  /** Words for stderr, one line each: what the format cannot tell, rounding errors, sizes. */
  readonly notes: readonly string[];
}

/** Makes an engine's configuration out of a pool. Throws a RangeError rather than print what could mean something else to the engine. */
export type DnsRenderer = (pool: DnsPool, options: RenderOptions) => Rendering;
