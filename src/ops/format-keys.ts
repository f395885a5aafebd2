import type { MaintainedMirror, MaintainedPool } from "../core/pool.ts";
import type { Fallback, FallbackMember } from "./dns/fallback.ts";
import type { FallbackZone, UpdateServer } from "./dns/fallback-zone.ts";
import type { Pieces, ReleaseFile, Releases } from "../verify/releases.ts";

/** The order of an object's keys in the canonical text, and of the objects below it. */
export interface KeyOrder {
  readonly keys: readonly string[];
  /** By key, for an object or for every item of a list. */
  readonly below?: Readonly<Record<string, KeyOrder>>;
}

/** Gives the keys of a type in the order written, and does not compile when one is missing. */
function keysOf<Type>(order: Readonly<Record<keyof Required<Type>, true>>): string[] {
  return Object.keys(order);
}

const MIRROR: KeyOrder = {
  keys: keysOf<MaintainedMirror>({
    url_prefix: true,
    weight: true,
    country: true,
    sponsor: true,
    email: true,
    notes: true,
    rsync_url: true,
    max_clients: true,
  }),
};

/** The order of keys in `mirrors.json`. */
export const POOL_KEYS: KeyOrder = {
  keys: keysOf<MaintainedPool>({
    $schema: true,
    version: true,
    fallback_prefix: true,
    trace_path: true,
    trace_max_age_hours: true,
    mirrors: true,
  }),
  below: { mirrors: MIRROR },
};

const FILE: KeyOrder = {
  keys: keysOf<ReleaseFile>({ path: true, size: true, sha256: true, pieces: true }),
  below: { pieces: { keys: keysOf<Pieces>({ length: true, sha256: true }) } },
};

/** The order of keys in `releases.json`. */
export const RELEASES_KEYS: KeyOrder = {
  keys: keysOf<Releases>({ $schema: true, version: true, generated: true, expires: true, files: true }),
  below: { files: FILE },
};

/** The order of keys in `fallback.json`. */
export const FALLBACK_KEYS: KeyOrder = {
  keys: keysOf<Fallback>({
    $schema: true,
    version: true,
    name: true,
    ttl: true,
    zone: true,
    update: true,
    server: true,
    certificates: true,
    check_path: true,
    members: true,
  }),
  below: {
    zone: { keys: keysOf<FallbackZone>({ origin: true, nameservers: true, contact: true }) },
    server: { keys: keysOf<UpdateServer>({ host: true, port: true }) },
    members: { keys: keysOf<FallbackMember>({ url_prefix: true, a: true, aaaa: true, weight: true }) },
  },
};
