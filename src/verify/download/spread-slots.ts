import type { Draw } from "../../core/draw.ts";
import type { PublicMirror } from "../../core/pool.ts";

function drawBy(draw: Draw, mirror: PublicMirror, purpose: string): number {
  return draw({ ...mirror, url_prefix: `${purpose} ${mirror.url_prefix}` });
}

function sumWeights(mirrors: readonly PublicMirror[]): number {
  return mirrors.reduce((sum, { weight }) => sum + weight, 0);
}

/** Lays the mirrors round a circle in an order of the session's own, which has nothing to do with how they are drawn. */
function layRound<M extends PublicMirror>(mirrors: readonly M[], draw: Draw): readonly M[] {
  return mirrors
    .map((mirror) => [drawBy(draw, mirror, "round"), mirror] as const)
    .sort(([one], [other]) => one - other)
    .map(([, mirror]) => mirror);
}

function findAt<M extends PublicMirror>(circle: readonly M[], point: number): M | undefined {
  let end = 0;
  return circle.find(({ weight }) => point < (end += weight)) ?? circle.at(-1);
}

/**
 * Gives a mirror for each of so many slots; the first is the one of the order, which holds the mirrors of some weight.
 *
 * Systematic sampling (Madow, "On the theory of systematic sampling, II", 1949): each mirror has an arc of a circle as long as its
 * weight, the first slot's point lies anywhere in the first mirror's arc, and the others follow at equal distances. As the first
 * mirror is drawn by weight, its point is uniform on the circle, and so is each of the others: every slot is a mirror's with the
 * chance weight / sum, exactly. And no mirror has two slots while its weight is below that of one distance.
 */
export function spreadSlots<M extends PublicMirror>(order: readonly M[], draw: Draw, count: number): readonly M[] {
  const [first] = order;
  if (!first) return [];
  const [circle, sum] = [layRound(order, draw), sumWeights(order)];
  const start = sumWeights(circle.slice(0, circle.indexOf(first)));
  const point = start + drawBy(draw, first, "within") * first.weight;
  const others = Array.from({ length: count - 1 }, (_, number) => (point + ((number + 1) * sum) / count) % sum);
  return [first, ...others.map((at) => findAt(circle, at) ?? first)];
}
