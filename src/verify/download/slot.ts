import type { Draw } from "../../core/draw.ts";
import type { PublicMirror } from "../../core/pool.ts";
import { isPutLast, orderVisit } from "../order-visit.ts";
import type { DownloadLimits } from "./download-limits.ts";
import type { MirrorState } from "./mirror-state.ts";
import { spreadSlots } from "./spread-slots.ts";

/**
 * A place for one mirror in a download, with as many connections as a mirror may have.
 *
 * The chance that a slot is a mirror's is the mirror's weight over the sum, whichever slot it is (`spreadSlots`); at equal speed all
 * slots that are not the same mirror's carry the same, so the bytes of many downloads follow the weights. Were the first mirrors of
 * one order to work together, two of weights 2 and 1 would always both take part and carry half each. At unequal speed the faster
 * mirror is free sooner and takes more. The price: where one mirror has more than half of the weight it sometimes works alone,
 * with the connections of one.
 *
 * The first slot's order is the session's: the page's link and the download agree on the mirror. The mirrors that the visitor tried
 * before come last in every slot.
 */
export interface Slot {
  readonly draw: Draw;
  readonly lanes: number;
  /** The mirror that the slot was given at first, with the weight it had then; the first slot needs none. */
  given: PublicMirror | undefined;
  /** The pool's mirrors that have some weight and carry the file, in this slot's order. */
  order: readonly MirrorState[];
}

function numberDraw(draw: Draw, number: number): Draw {
  if (number === 0) return draw;
  return (mirror) => (isPutLast(mirror, draw) ? 0 : draw({ ...mirror, url_prefix: `${number} ${mirror.url_prefix}` }));
}

/** Makes the slots that share the connections out. */
export function createSlots(draw: Draw, { perMirror, total }: DownloadLimits): Slot[] {
  return Array.from({ length: Math.ceil(total / perMirror) }, (_, number) => ({
    draw: numberDraw(draw, number),
    lanes: Math.min(perMirror, total - number * perMirror),
    given: undefined,
    order: [],
  }));
}

/**
 * Tells whether a slot keeps the mirror that it was given: while its weight stays, yes; by a lower weight it loses just the part of
 * the slots that is due. Those who lose it are drawn again from the whole pool, which keeps the shares exact.
 */
function keepsGiven({ draw, given }: Slot, { url_prefix: prefix, weight }: PublicMirror): boolean {
  if (given?.url_prefix !== prefix) return false;
  return draw({ ...given, url_prefix: `stays ${prefix}` }) * given.weight < weight;
}

function orderSlot(slot: Slot, mirrors: readonly PublicMirror[], path: string): readonly PublicMirror[] {
  const order = orderVisit(mirrors, slot.draw, path);
  const kept = order.find((mirror) => keepsGiven(slot, mirror));
  return kept ? [kept, ...order.filter((mirror) => mirror !== kept)] : order;
}

function giveMirrors(slots: readonly Slot[], mirrors: readonly PublicMirror[], path: string): void {
  const [first, ...others] = slots;
  if (!first || others.every(({ given }) => given)) return;
  const order = orderVisit(mirrors, first.draw, path).filter((mirror) => !isPutLast(mirror, first.draw));
  // What is given while there is one mirror would hold all slots to it when others come.
  if (order.length < 2) return;
  const [, ...given] = spreadSlots(order, first.draw, slots.length);
  for (const [index, slot] of others.entries()) slot.given = given[index];
}

/**
 * Gives every slot its order for the pool as it is now. Weights count from the moment the pool names them: a mirror that is being
 * relieved by a lower one loses just the slots that the lower weight would not have won.
 */
export function orderSlots(slots: readonly Slot[], states: readonly MirrorState[], path: string): void {
  const listed = new Map(states.filter(({ isListed }) => isListed).map((state) => [state.mirror, state]));
  const mirrors = [...listed.keys()];
  giveMirrors(slots, mirrors, path);
  for (const slot of slots) slot.order = orderSlot(slot, mirrors, path).flatMap((mirror) => listed.get(mirror) ?? []);
}
