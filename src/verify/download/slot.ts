import type { Draw } from "../../core/draw.ts";
import { orderMirrors } from "../../core/order.ts";
import type { DownloadLimits } from "./download-limits.ts";
import type { MirrorState } from "./mirror-state.ts";

/**
 * A place for one mirror in a download, with as many connections as a mirror may have.
 *
 * Each slot draws its mirror from the whole pool by a chance of its own, so that one mirror may hold several (and has no more
 * connections for it). That is what keeps the shares: were the first mirrors of one order to work together, two of weights 2
 * and 1 would always both take part and carry half each. Here the chance that a slot is a mirror's is the mirror's weight over
 * the sum, whoever holds the others; at equal speed all slots that are not the same mirror's carry the same, so the bytes of
 * many downloads follow the weights. At unequal speed the faster mirror is free sooner and takes more. The price: where one
 * mirror has most of the weight it often works alone, with the connections of one.
 *
 * The first slot's order is the session's: the page's link and the download agree on the mirror.
 */
export interface Slot {
  readonly draw: Draw;
  readonly lanes: number;
  /** The pool's mirrors that have some weight and carry the file, in this slot's order. */
  order: readonly MirrorState[];
}

function numberDraw(draw: Draw, number: number): Draw {
  if (number === 0) return draw;
  return (mirror) => draw({ ...mirror, url_prefix: `${number} ${mirror.url_prefix}` });
}

/** Makes the slots that share the connections out. */
export function createSlots(draw: Draw, { perMirror, total }: DownloadLimits): Slot[] {
  return Array.from({ length: Math.ceil(total / perMirror) }, (_, number) => ({
    draw: numberDraw(draw, number),
    lanes: Math.min(perMirror, total - number * perMirror),
    order: [],
  }));
}

/**
 * Gives a slot's order for the pool as it is now. Weights count from the moment the pool names them: a mirror that is being
 * relieved by a lower one loses just the slots that the lower weight would not have won.
 */
export function orderSlot({ draw }: Slot, states: readonly MirrorState[], path: string): MirrorState[] {
  const listed = new Map(states.filter(({ isListed }) => isListed).map((state) => [state.mirror, state]));
  return orderMirrors([...listed.keys()], draw, path).flatMap((mirror) => listed.get(mirror) ?? []);
}
