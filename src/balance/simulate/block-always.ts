import { NEW_BALANCE } from "../balance-state.ts";
import { stepBalance } from "../step-balance.ts";
import { findTermStart } from "../term-phase.ts";
import { BALANCE_RULES } from "../rules.ts";
import { followOrders } from "./follow-orders.ts";
import { listLoads } from "./list-loads.ts";
import type { Way } from "./way.ts";

/** The last moment of a term before its pause. */
const LAST_MS = BALANCE_RULES.openFrom.value - 1;

/** Terms without a pause: saturated mirrors stay closed, so that nobody learns who cannot go elsewhere, and nobody is judged. */
export const BLOCK_ALWAYS: Way = {
  name: "no pause",
  words: "the same terms without a pause: saturated mirrors stay closed, and nobody is judged",
  start: () => {
    let state = NEW_BALANCE;
    let shed = new Int32Array();
    return (crowd, now) => {
      const starts = findTermStart(now);
      const loads = listLoads(crowd);
      if (now === starts) [state, shed] = [stepBalance(state, loads, now), new Int32Array(crowd.mirrors.length)];
      const moment = { loads, waiting: crowd.waiting, now: Math.min(now, starts + LAST_MS) };
      return followOrders(crowd, state, moment, shed);
    };
  },
};
