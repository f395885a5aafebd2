import type { PublicMirror } from "../../core/pool.ts";
import { builtIn } from "../built-in.ts";
import { fetchPool, openPool } from "../download/fetch-pool.ts";
import { keep, readKept } from "./kept.ts";

/** Loads the mirrors of the pool: the site's, or those that were kept; none when neither can be had. */
export async function loadPool(): Promise<readonly PublicMirror[]> {
  const text = await fetchPool(builtIn.pool);
  const fresh = openPool(text);
  if (fresh.length > 0 && text !== undefined) {
    await keep("pool", text);
    return fresh;
  }
  return openPool(await readKept("pool"));
}
