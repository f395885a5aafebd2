import type { BalanceState, MirrorLoad, MirrorMemory, Term, TermMirror } from "./balance-state.ts";
import { BALANCE_RULES } from "./rules.ts";

function sumClients(mirrors: readonly { readonly clients: number }[]): number {
  return mirrors.reduce((sum, { clients }) => sum + clients, 0);
}

/** Gives how much the pool grew, as a factor: at night clients leave everywhere, and no mirror is broken for it. */
function findGrowth(before: readonly TermMirror[], loads: readonly MirrorLoad[]): number {
  const clients = sumClients(before);
  return clients > 0 ? sumClients(loads) / clients : 1;
}

/** Gives the mirrors that too few came to. */
function findBroken({ mirrors }: Term, loads: readonly MirrorLoad[]): ReadonlySet<string> {
  const known = new Map(loads.map((load) => [load.url_prefix, load]));
  const growth = findGrowth(mirrors, loads);
  const { brokenShare, leastJudged } = BALANCE_RULES;
  const isBroken = ({ url_prefix, expected, clients }: TermMirror): boolean => {
    const load = known.get(url_prefix);
    if (!load || expected < leastJudged.value) return false;
    return (load.arrived ?? load.clients - clients * growth) < expected * brokenShare.value;
  };
  return new Set(mirrors.filter(isBroken).map(({ url_prefix }) => url_prefix));
}

/** Clears what was remembered: all excesses were measured against shares that counted on the broken one. */
function condemn(memory: MirrorMemory, broken: ReadonlySet<string>, since: number): MirrorMemory {
  return { ...memory, excesses: [], ...(broken.has(memory.url_prefix) && { broken_since: since }) };
}

function closeBroken(mirror: TermMirror, broken: ReadonlySet<string>): TermMirror {
  return broken.has(mirror.url_prefix) ? { ...mirror, role: "broken" } : mirror;
}

/**
 * Judges a term: a mirror that under a tenth of the expected moves came to is broken and out of the balance, and then the remembered
 * excesses are cleared, as they counted on it. Who came back in this term did so for its sake, and is to be forgotten as well
 * (`findCondemned`).
 */
export function judgeTerm(state: BalanceState, loads: readonly MirrorLoad[], now: number): BalanceState {
  const { term } = state;
  if (!term?.isBalancing) return state;
  const broken = findBroken(term, loads);
  if (broken.size === 0) return { ...state, term: { ...term, isJudged: true } };
  const mirrors = term.mirrors.map((mirror) => closeBroken(mirror, broken));
  const memories = state.memories.map((memory) => condemn(memory, broken, now));
  return { ...state, term: { ...term, isJudged: true, mirrors }, memories };
}

/** Gives the mirrors that a step found broken. */
export function findCondemned(before: BalanceState, after: BalanceState): string[] {
  const known = new Set(
    before.memories.filter((memory) => memory.broken_since !== undefined).map((memory) => memory.url_prefix),
  );
  return after.memories
    .filter(({ url_prefix, broken_since }) => broken_since !== undefined && !known.has(url_prefix))
    .map(({ url_prefix }) => url_prefix);
}
