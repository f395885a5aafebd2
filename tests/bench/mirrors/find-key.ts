import { orderMirrors } from "../../../src/core/order.ts";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { sessionDraw } from "../../../src/core/session.ts";
import { DEFAULT_LIMITS } from "../../../src/verify/download/download-limits.ts";
import { createSlots } from "../../../src/verify/download/slot.ts";

/** Finds the first session whose download begins with so many mirrors, each of which gives it two connections. */
export function findKey(mirrors: readonly PublicMirror[], count: 1 | 2): string {
  for (let number = 0; ; number++) {
    const key = String(number);
    const firsts = createSlots(sessionDraw(key), DEFAULT_LIMITS).map(({ draw }) => orderMirrors(mirrors, draw)[0]);
    if (new Set(firsts).size === count) return key;
  }
}
