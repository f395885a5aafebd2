import type { PublicMirror } from "../../core/pool.ts";
import { fetchPool, openPool } from "../../verify/load-mirrors.ts";
import { builtIn } from "../built-in.ts";
import { keep, readKept } from "./kept.ts";

const HTTPS = { protocol: "https:" } as const;

/** Loads the mirrors of the pool: the site's, or those that were kept; none when neither can be had. */
export async function loadPool(): Promise<readonly PublicMirror[]> {
  const text = await fetchPool(builtIn.pool);
  const fresh = openPool(text, HTTPS);
  if (fresh.length > 0 && text !== undefined) {
    await keep("pool", text);
    return fresh;
  }
  return openPool(await readKept("pool"), HTTPS);
}
