import type { Draw } from "./draw.ts";
import type { PublicMirror } from "./pool.ts";

/** Tells whether a mirror carries a path, as far as the pool knows (see `lacks`). What is no list of beginnings is not believed. */
export function hasPath({ lacks }: PublicMirror, path: string): boolean {
  return !(Array.isArray(lacks) && lacks.some((beginning: string) => path.startsWith(beginning)));
}

/**
 * Orders mirrors by chance: the first is the pick, the rest are the retries, each drawn by weight among those left. Every
 * mirror runs an exponential race with the finish time -ln(u) / weight, so the first wins with the chance weight / sum, exactly
 * (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006). Mirrors of weight 0, and those that lack the
 * path (relative to `url_prefix`), are left out.
 */
export function orderMirrors<M extends PublicMirror>(mirrors: readonly M[], draw: Draw, path = ""): M[] {
  return mirrors
    .filter((mirror) => mirror.weight > 0 && hasPath(mirror, path))
    .map((mirror) => [-Math.log(draw(mirror)) / mirror.weight, mirror] as const)
    .sort(([one], [other]) => one - other)
    .map(([, mirror]) => mirror);
}
