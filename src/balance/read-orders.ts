import type { BalanceState, MirrorLoad, Term, TermMirror } from "./balance-state.ts";
import { fairShares } from "./fair-shares.ts";
import { findDuePart, findTermStart, isPause } from "./term-phase.ts";

/** What a mirror has to do at a moment. */
export interface Order {
  readonly url_prefix: string;
  /** How many more clients it takes: 0 when it is closed, Infinity when it is open. */
  readonly takes: number;
  /** How many more it has room for: whoever reaches a mirror with room is led there, before any other. */
  readonly room: number;
  /** How many clients it should have moved away by now, of those of this term. */
  readonly shed: number;
}

/** What is known at the moment of the orders. */
export interface Moment {
  readonly loads: readonly MirrorLoad[];
  /** How many clients are on their way: moved or turned away, and nowhere yet. 0 where nobody knows. */
  readonly waiting?: number;
  readonly now: number;
}

/**
 * Gives how many more clients each mirror takes: up to its share of those that are there and on their way by now, so that all who
 * come find a place. What was planned counts where that is more.
 */
function countRooms({ mirrors }: Term, { loads, waiting = 0 }: Moment): Map<string, number> {
  const plans = new Map(mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  const isBroken = ({ url_prefix }: MirrorLoad): boolean => plans.get(url_prefix)?.role === "broken";
  const clients = loads.reduce((sum, load) => sum + (isBroken(load) ? 0 : load.clients), 0);
  const takers = loads.map((load) => (isBroken(load) ? { weight: 0 } : load));
  const shares = fairShares(takers, clients + waiting);
  return new Map(
    loads.map(({ url_prefix, clients: count }, index) => {
      const share = Math.max(shares[index] ?? 0, plans.get(url_prefix)?.fair_share ?? 0);
      return [url_prefix, Math.max(share - count, 0)];
    }),
  );
}

/**
 * A relieved mirror that has fallen below its share, as many left by themselves, takes clients again up to it. In a pause all
 * are open, and still whoever comes is led to those with room: only who reaches none of them comes back.
 */
function orderMirror({ role, shed }: TermMirror, free: number, now: number): Omit<Order, "url_prefix"> {
  const room = role === "broken" ? 0 : free;
  if (isPause(now)) return { takes: role === "broken" ? 0 : Infinity, room, shed: 0 };
  return { takes: room, room, shed: Math.round(shed * findDuePart(now)) };
}

function orderOpen(takes: number): Omit<Order, "url_prefix"> {
  return { takes, room: takes, shed: 0 };
}

/**
 * Gives what each mirror has to do now. In a pause, in a term where nobody is saturated, and when the last step is a term ago,
 * every mirror is open but the broken ones.
 */
export function readOrders({ term }: BalanceState, moment: Moment): Order[] {
  if (!term) return moment.loads.map(({ url_prefix }) => ({ url_prefix, ...orderOpen(Infinity) }));
  if (!term.isBalancing || term.starts !== findTermStart(moment.now))
    return term.mirrors.map(({ url_prefix, role }) => ({ url_prefix, ...orderOpen(role === "broken" ? 0 : Infinity) }));
  const rooms = countRooms(term, moment);
  return term.mirrors.map((mirror) => {
    const { url_prefix } = mirror;
    return { url_prefix, ...orderMirror(mirror, rooms.get(url_prefix) ?? 0, moment.now) };
  });
}
