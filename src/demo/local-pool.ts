import type { MaintainedMirror } from "../core/index.ts";
import { shortenHost } from "./figures.ts";
import type { SitePool } from "./inputs.ts";
import { LOOPBACK } from "./loopback.ts";

/** The ports of the stand-ins: one for the fallback, and one for each mirror in the pool's order. */
export interface StandInPorts {
  readonly fallback: number;
  readonly mirrors: readonly number[];
}

/** Gives the prefix of a mirror's stand-in: this machine and the port instead of the host, the path kept. */
export function localPrefix(prefix: string, port: number): string {
  return `http://${LOOPBACK}:${port}${new URL(prefix).pathname}`;
}

/** The most characters that a name has room for; an .onion one has 62. */
const NAME_WIDTH = 32;

/** Names who is played: an address of this machine says nothing of it. */
function nameOriginal({ url_prefix, sponsor }: MaintainedMirror): string {
  const host = shortenHost(new URL(url_prefix).host, NAME_WIDTH);
  return sponsor ? `${sponsor} (${host})` : host;
}

/** Gives the same pool with every address on a stand-in, and the name that the address had beside the sponsor's. */
export function localPool(pool: SitePool, ports: StandInPorts): SitePool {
  return {
    ...pool,
    fallback_prefix: localPrefix(pool.fallback_prefix, ports.fallback),
    mirrors: pool.mirrors.map((mirror, index) => ({
      ...mirror,
      url_prefix: localPrefix(mirror.url_prefix, ports.mirrors[index] ?? 0),
      sponsor: nameOriginal(mirror),
    })),
  };
}
