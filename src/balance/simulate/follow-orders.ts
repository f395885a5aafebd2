import type { BalanceState } from "../balance-state.ts";
import { type Moment, readOrders } from "../read-orders.ts";
import type { Crowd } from "./crowd.ts";
import { type Guidance, openGuidance } from "./way.ts";

/** Gives the guidance that follows from a state: who is open, and how many still have to go by now, of those of this term. */
export function followOrders(crowd: Crowd, state: BalanceState, moment: Moment, shedBefore: Int32Array): Guidance {
  const guidance = openGuidance(crowd);
  const orders = new Map(readOrders(state, moment).map((order) => [order.url_prefix, order]));
  crowd.mirrors.forEach(({ plan }, place) => {
    const order = orders.get(plan.name);
    if (!order) return;
    guidance.takes[place] = order.takes;
    guidance.rooms[place] = order.room;
    const due = Math.max(order.shed - (shedBefore[place] ?? 0), 0);
    guidance.sheds[place] = due;
    shedBefore[place] = (shedBefore[place] ?? 0) + due;
  });
  return guidance;
}
