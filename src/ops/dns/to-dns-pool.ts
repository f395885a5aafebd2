import type { MaintainedPool } from "../../core/pool.ts";
import { normalizeUrl } from "../../core/url-prefix.ts";
import type { MemberChoice } from "./choose-members.ts";
import type { DnsPool } from "./dns-pool.ts";
import type { Fallback } from "./fallback.ts";

/** For how many seconds resolvers keep an answer unless told: as long as browsers keep it anyway. */
export const DEFAULT_TTL_S = 60;

const DNS_PORT = 53;

/** What a pool is made from. */
export interface DnsPoolParts {
  readonly fallback: Fallback;
  readonly pool: MaintainedPool;
  readonly choice: MemberChoice;
  /** Whether members that are down stay, marked: for engines that leave them out themselves. */
  readonly keepsUnhealthy: boolean;
}

/** Makes what renderers take. It can have no members: then there is nothing to render. */
export function toDnsPool({ fallback, pool, choice, keepsUnhealthy }: DnsPoolParts): DnsPool {
  const { name, ttl = DEFAULT_TTL_S, zone, server, check_path = "" } = fallback;
  const [primary = ""] = zone.nameservers;
  return {
    name,
    ttl,
    zone,
    server: { host: server?.host ?? primary, port: server?.port ?? DNS_PORT },
    checkUrl: pool.fallback_prefix && normalizeUrl(pool.fallback_prefix + check_path),
    members: choice.members.filter(({ isHealthy }) => keepsUnhealthy || isHealthy),
  };
}
