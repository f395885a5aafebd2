import { isOpenTo } from "../../core/accept.ts";
import type { PublicMirror } from "../../core/pool.ts";
import { readPool } from "../../core/read.ts";
import { fetchBytes } from "../../verify/fetch-bytes.ts";

/** 10,000 mirrors with all that can be said of them. */
const MAX_POOL_BYTES = 2 ** 23;

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

/** Gives the mirrors in the text of a pool that can be asked over https; none when it can't be used. */
export function openPool(text: string | undefined): readonly PublicMirror[] {
  const { pool } = readPool(text === undefined ? undefined : parse(text));
  return pool?.mirrors.filter((mirror) => isOpenTo(mirror, "https:")) ?? [];
}
