import type { MirrorLoad } from "../balance-state.ts";
import { fairShares } from "../fair-shares.ts";
import { isSaturated } from "../is-saturated.ts";
import type { Crowd, CrowdMirror } from "./crowd.ts";

/** Gives the load of each mirror that is there. */
export function listLoads({ mirrors }: Crowd): MirrorLoad[] {
  return mirrors
    .filter(({ isThere }) => isThere)
    .map(({ plan, clients, arrived }) => ({
      url_prefix: plan.name,
      weight: plan.weight,
      clients: clients.length,
      max_clients: plan.max_clients,
      arrived,
    }));
}

/** Gives the fair share of each mirror among those that count, of the clients on them and of `others`; 0 for the others. */
export function shareCrowd({ mirrors }: Crowd, counts: (mirror: CrowdMirror) => boolean, others = 0): number[] {
  const takers = mirrors.map((mirror) => (counts(mirror) ? mirror.plan : { weight: 0 }));
  const clients = mirrors.reduce((sum, mirror) => sum + (counts(mirror) ? mirror.clients.length : 0), 0);
  return fairShares(takers, clients + others);
}

/** Gives by how many clients each mirror is above its fair share; 0 where it is not saturated. */
export function listExcesses(crowd: Crowd, counts: (mirror: CrowdMirror) => boolean): Int32Array {
  const shares = shareCrowd(crowd, counts);
  return Int32Array.from(crowd.mirrors, (mirror, place) => {
    const [clients, fair_share] = [mirror.clients.length, shares[place] ?? 0];
    const { max_clients } = mirror.plan;
    return counts(mirror) && isSaturated({ clients, fair_share, max_clients }) ? clients - fair_share : 0;
  });
}
