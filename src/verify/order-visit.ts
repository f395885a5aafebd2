import type { Draw } from "../core/draw.ts";
import { orderMirrors } from "../core/order.ts";
import type { PublicMirror } from "../core/pool.ts";

/** Tells whether a visit's draw puts a mirror behind all others: `visitDraw` gives 0 for those that were tried, which chance never does. */
export function isPutLast(mirror: PublicMirror, draw: Draw): boolean {
  return draw(mirror) === 0;
}

/** Orders mirrors as `orderMirrors` does; those that the visit puts last are behind all others, and by weight among themselves. */
export function orderVisit<M extends PublicMirror>(mirrors: readonly M[], draw: Draw, path = ""): M[] {
  const late: Draw = (mirror) => draw({ ...mirror, url_prefix: `late ${mirror.url_prefix}` });
  const isLast = (mirror: M): boolean => isPutLast(mirror, draw);
  const first = mirrors.filter((mirror) => !isLast(mirror));
  return [...orderMirrors(first, draw, path), ...orderMirrors(mirrors.filter(isLast), late, path)];
}
