import type { Judgement } from "../judge-mirrors.ts";
import { NEW_BALANCE, type TermMirror } from "./balance-state.ts";
import { beginTerm } from "./begin-term.ts";
import { isInUse } from "./check-loads.ts";
import { type MirrorTarget, restMirror } from "./mirror-target.ts";
import type { LoadRow } from "./read-loads.ts";

function describeRole({ role, clients, fair_share, shed }: TermMirror): string {
  const difference = Math.abs(clients - fair_share);
  if (role === "relieved") return `over its fair share by ${difference}: takes no new clients, ${shed} move first`;
  return role === "receiving"
    ? `has room for ${difference} more`
    : `over its fair share by ${difference}: too few to act`;
}

function targetMirror(judgement: Judgement, mirror: TermMirror): MirrorTarget {
  const { role, clients, fair_share, shed } = mirror;
  const saturated = role === "relieved";
  const reason = clients === fair_share ? "has its fair share" : describeRole(mirror);
  return { judgement, clients, fair_share, saturated, shed, target: saturated ? 0 : judgement.mirror.weight, reason };
}

/**
 * Gives where each mirror should be by its clients: a saturated one takes no new ones, the others have their own weight. Mirrors that
 * are not in use have no share, and nobody looks at their clients.
 */
export function targetLoads(judgements: readonly Judgement[], rows: readonly LoadRow[]): MirrorTarget[] {
  const clientsOf = new Map(rows.map(({ url_prefix, clients }) => [url_prefix, clients]));
  const loads = judgements.filter(isInUse).map(({ mirror }) => ({
    url_prefix: mirror.url_prefix,
    weight: mirror.weight,
    max_clients: mirror.max_clients,
    clients: clientsOf.get(mirror.url_prefix) ?? 0,
  }));
  const { term } = beginTerm(NEW_BALANCE, loads, 0);
  const planned = new Map(term?.mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  return judgements.map((judgement) => {
    const { url_prefix } = judgement.mirror;
    const mirror = planned.get(url_prefix);
    return mirror ? targetMirror(judgement, mirror) : restMirror(judgement, clientsOf.get(url_prefix) ?? null);
  });
}
