import type { Draw } from "./draw.ts";
import type { PublicMirror } from "./pool.ts";

/**
 * Tells whether a mirror carries a path, as far as the pool knows (see `lacks`). One text stands for a list of one; what is no
 * text is not believed.
 */
export function hasPath({ lacks }: PublicMirror, path: string): boolean {
  return ![lacks].flat().some((beginning) => beginning === path.slice(0, beginning?.length));
}

/** Gives the mirrors of some weight as they finish the race of `orderMirrors`. */
export function raceMirrors<M extends PublicMirror>(mirrors: readonly M[], draw: Draw): M[] {
  return mirrors
    .filter(({ weight }) => weight > 0)
    .map((mirror) => [-Math.log(draw(mirror)) / mirror.weight, mirror] as const)
    .sort(([one], [other]) => one - other)
    .map(([, mirror]) => mirror);
}

/**
 * Orders mirrors by chance: the first is the pick, the rest are the retries, each drawn by weight among those left. Every
 * mirror runs an exponential race with the finish time -ln(u) / weight, so the first wins with the chance weight / sum, exactly
 * (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006). Mirrors of weight 0, and those that lack the
 * path (relative to `url_prefix`), are left out.
 */
export function orderMirrors<M extends PublicMirror>(mirrors: readonly M[], draw: Draw, path = ""): M[] {
  return raceMirrors(
    mirrors.filter((mirror) => hasPath(mirror, path)),
    draw,
  );
}
