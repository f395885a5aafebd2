import type { Judgement } from "../judge-mirrors.ts";
import type { Term, TermMirror } from "../../balance/balance-state.ts";
import { type MirrorTarget, restMirror } from "./mirror-target.ts";
import type { LoadRow } from "./read-loads.ts";

function describeRole({ role, clients, fair_share, shed }: TermMirror): string {
  if (role === "broken") return "broken: under 10 % of those who should have come there came";
  const difference = Math.abs(clients - fair_share);
  if (difference === 0) return "has its fair share";
  if (role === "relieved") return `over its fair share by ${difference}: takes no new clients, ${shed} move first`;
  return role === "receiving"
    ? `has room for ${difference} more`
    : `over its fair share by ${difference}: too few to act`;
}

function targetMirror(judgement: Judgement, mirror: TermMirror): MirrorTarget {
  const { role, clients, fair_share, shed } = mirror;
  const [saturated, isBroken] = [role === "relieved", role === "broken"];
  const target = saturated || isBroken ? 0 : judgement.mirror.weight;
  return { judgement, clients, fair_share, saturated, shed, isBroken, target, reason: describeRole(mirror) };
}

/**
 * Gives where each mirror should be in a term: a saturated one takes no new clients, a broken one none at all, the others have their own
 * weight. Mirrors that are not in use have no share, and nobody looks at their clients.
 */
export function targetLoads(
  judgements: readonly Judgement[],
  rows: readonly LoadRow[],
  term: Term | undefined,
): MirrorTarget[] {
  const clientsOf = new Map(rows.map(({ url_prefix, clients }) => [url_prefix, clients]));
  const planned = new Map(term?.mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  return judgements.map((judgement) => {
    const { url_prefix } = judgement.mirror;
    const mirror = planned.get(url_prefix);
    return mirror ? targetMirror(judgement, mirror) : restMirror(judgement, clientsOf.get(url_prefix) ?? null);
  });
}
