import { type BalanceState, type MirrorLoad, NEW_BALANCE } from "../balance-state.ts";
import { findCondemned } from "../judge-term.ts";
import { stepBalance } from "../step-balance.ts";
import { findPhase, findTermStart } from "../term-phase.ts";
import type { Crowd } from "./crowd.ts";
import { followOrders } from "./follow-orders.ts";
import { listLoads } from "./list-loads.ts";
import { type Guidance, openGuidance, type Steer, type Way } from "./way.ts";

/** Gives the loads, with how many came back in a pause of this balance. */
function countReturned(crowd: Crowd, { balance = Infinity }: BalanceState): MirrorLoad[] {
  const places = new Map(crowd.mirrors.map(({ plan, clients }) => [plan.name, clients]));
  return listLoads(crowd).map((load) => {
    const clients = places.get(load.url_prefix) ?? [];
    return { ...load, returned: clients.filter((client) => (crowd.marks[client] ?? 0) >= balance).length };
  });
}

/** Takes the marks of a term away: who came back did so for the sake of a broken mirror. */
function forgetMarks({ marks }: Crowd, mark: number): void {
  marks.forEach((own, client) => {
    if (own === mark) marks[client] = 0;
  });
}

/** The marks of a term must not be 0, which is none. */
function markOf(starts: number): number {
  return starts + 1;
}

/** Marks at the mirrors that are relieved whoever comes back in the pause. */
function markReturns(crowd: Crowd, { term }: BalanceState, guidance: Guidance): Guidance {
  const relieved = new Set(term?.mirrors.flatMap(({ role, url_prefix }) => (role === "relieved" ? [url_prefix] : [])));
  const mark = markOf(term?.starts ?? 0);
  const marks = Float64Array.from(crowd.mirrors, ({ plan }) => (relieved.has(plan.name) ? mark : 0));
  return { ...guidance, marks };
}

/** Begins or judges a term. */
function takeStep(crowd: Crowd, before: BalanceState, now: number): BalanceState {
  const isBeginning = now === findTermStart(now);
  const state = stepBalance(before, isBeginning ? countReturned(crowd, before) : listLoads(crowd), now);
  if (isBeginning) for (const mirror of crowd.mirrors) mirror.arrived = 0;
  else if (findCondemned(before, state).length > 0) forgetMarks(crowd, markOf(findTermStart(now)));
  return state;
}

function startTerms(): Steer {
  let state = NEW_BALANCE;
  let shed = new Int32Array();
  return (crowd, now) => {
    const phase = findPhase(now);
    if (phase === "closing" && now === findTermStart(now)) shed = new Int32Array(crowd.mirrors.length);
    if (phase === "closing" || phase === "judging") state = takeStep(crowd, state, now);
    const isEveryoneOpen =
      !state.term?.isBalancing && state.memories.every(({ broken_since }) => broken_since === undefined);
    if (isEveryoneOpen) return openGuidance(crowd);
    const guidance = followOrders(crowd, state, { loads: listLoads(crowd), waiting: crowd.waiting, now }, shed);
    const marked = phase === "open" || phase === "judging" ? markReturns(crowd, state, guidance) : guidance;
    return { ...marked, balance: state.balance ?? 0 };
  };
}

/** Terms of balancing with a pause, as `stepBalance` decides them. */
export const TAKE_TERMS: Way = {
  name: "terms",
  words: "saturated mirrors close together, move a part, open in a pause, and who comes back is left alone",
  start: startTerms,
};
