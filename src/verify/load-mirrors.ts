import { isOpenTo } from "../core/accept.ts";
import type { PublicMirror } from "../core/pool.ts";
import { readPool } from "../core/read.ts";
import { fetchBytes } from "./fetch-bytes.ts";

/** 10,000 mirrors with all that can be said of them. */
const MAX_POOL_BYTES = 2 ** 23;

/** Which mirrors of a pool count. */
export interface PoolOptions {
  /** The protocol of the page that leads there, such as "https:". */
  readonly protocol: string;
  /** Mirrors on this machine count, for trying things out. */
  readonly dev?: boolean;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fetches the text of the pool; undefined when it cannot be had. */
export async function fetchPool(url: string): Promise<string | undefined> {
  const bytes = await fetchBytes(url, MAX_POOL_BYTES);
  return bytes && new TextDecoder().decode(bytes);
}

/** Gives the mirrors in the text of a pool that a page may lead to; none when it can't be used. */
export function openPool(text: string | undefined, { protocol, dev = false }: PoolOptions): readonly PublicMirror[] {
  const { pool } = readPool(text === undefined ? undefined : parse(text), { dev });
  return pool?.mirrors.filter((mirror) => isOpenTo(mirror, protocol)) ?? [];
}

/**
 * Loads the mirrors for a download. Rejects when none can be used: a pool that is emptied or broken on the way counts as one that
 * could not be read, and the download goes on with the last one. To end what is under way, a mirror is given the weight 0.
 */
export async function loadMirrors(url: string, options: PoolOptions): Promise<readonly PublicMirror[]> {
  const mirrors = openPool(await fetchPool(url), options);
  if (mirrors.length === 0) throw new Error("the pool could not be read");
  return mirrors;
}
