import type { BalanceState, MirrorLoad, MirrorMemory, Role, TermMirror } from "./balance-state.ts";
import { countShed } from "./count-shed.ts";
import { fairShares } from "./fair-shares.ts";
import { isSaturated } from "./is-saturated.ts";
import { BALANCE_RULES } from "./rules.ts";

/** A mirror as a term begins: its load, its fair share, and what is remembered of it. */
interface Standing extends MirrorLoad {
  readonly fair_share: number;
  readonly memory: MirrorMemory;
  readonly isSaturated: boolean;
  /** How many came back in the last pause. */
  readonly came_back: number;
}

function remember(memory: MirrorMemory, excess: number, returned: number): MirrorMemory {
  const { url_prefix, broken_since } = memory;
  const excesses = [...memory.excesses, excess].slice(-BALANCE_RULES.rememberedTerms.value);
  return {
    ...{ url_prefix, excesses },
    ...(returned > 0 && { returned }),
    ...(broken_since !== undefined && { broken_since }),
  };
}

/** Gives the fair share of each mirror; who is out of the balance has none, and keeps whom it has. */
function shareAmongWorking(loads: readonly MirrorLoad[], isOut: (load: MirrorLoad) => boolean): number[] {
  const takers = loads.map((load) => (isOut(load) ? { weight: 0 } : load));
  const clients = loads.reduce((sum, load) => sum + (isOut(load) ? 0 : load.clients), 0);
  return fairShares(takers, clients);
}

function takeStock({ memories }: BalanceState, loads: readonly MirrorLoad[]): Standing[] {
  const known = new Map(memories.map((memory) => [memory.url_prefix, memory]));
  const isOut = ({ url_prefix }: MirrorLoad): boolean => known.get(url_prefix)?.broken_since !== undefined;
  const shares = shareAmongWorking(loads, isOut);
  return loads.map((load, index) => {
    const fair_share = shares[index] ?? 0;
    const memory = known.get(load.url_prefix) ?? { url_prefix: load.url_prefix, excesses: [] };
    const was_saturated = (memory.excesses.at(-1) ?? 0) > 0;
    const saturated = !isOut(load) && isSaturated({ ...load, fair_share, was_saturated });
    const { returned = 0 } = load;
    const remembered = remember(memory, saturated ? load.clients - fair_share : 0, returned);
    const came_back = Math.max(returned - (memory.returned ?? 0), 0);
    return { ...load, fair_share, isSaturated: saturated, memory: remembered, came_back };
  });
}

function findRole({ memory, isSaturated: saturated, clients, fair_share }: Standing): Role {
  if (memory.broken_since !== undefined) return "broken";
  if (saturated) return "relieved";
  return clients < fair_share ? "receiving" : "full";
}

/** Gives how many of those that are moved should come to each mirror: by weight, and no more than it has room for. */
function expectMoves(standings: readonly Standing[], moved: number): number[] {
  const takers = standings.map((standing) => {
    const isOpen = findRole(standing) === "receiving";
    return { weight: isOpen ? standing.weight : 0, max_clients: Math.max(standing.fair_share - standing.clients, 0) };
  });
  return fairShares(takers, moved);
}

function planMirrors(standings: readonly Standing[]): TermMirror[] {
  const sheds = standings.map((standing) =>
    standing.isSaturated ? countShed({ ...standing, excesses: standing.memory.excesses }) : 0,
  );
  const moved = sheds.reduce((sum, shed) => sum + shed, 0);
  const expected = expectMoves(standings, moved);
  return standings.map((standing, index) => {
    const { url_prefix, clients, fair_share } = standing;
    const [shed, moves] = [sheds[index] ?? 0, expected[index] ?? 0];
    return { url_prefix, role: findRole(standing), clients, fair_share, shed, expected: moves };
  });
}

/**
 * Begins a term: finds who is saturated, remembers by how much, and plans who moves how many clients away and who takes them in. A
 * balance begins with the first saturated mirror, and is over when there is none. Mirrors that are not among the loads are forgotten.
 */
export function beginTerm(state: BalanceState, loads: readonly MirrorLoad[], starts: number): BalanceState {
  const standings = takeStock(state, loads);
  const isBalancing = standings.some(({ isSaturated: saturated }) => saturated);
  return {
    ...(isBalancing && { balance: state.balance ?? starts }),
    term: { starts, isBalancing, isJudged: false, mirrors: planMirrors(standings) },
    memories: standings.map(({ memory }) => memory),
  };
}
