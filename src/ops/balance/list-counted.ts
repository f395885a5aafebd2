import type { Judgement } from "../judge-mirrors.ts";
import type { MirrorLoad } from "../../balance/balance-state.ts";
import { isInUse } from "./check-loads.ts";
import type { LoadRow } from "./read-loads.ts";

/** Gives the loads of the mirrors in use, by a table of clients. */
export function listCounted(judgements: readonly Judgement[], rows: readonly LoadRow[]): MirrorLoad[] {
  const clientsOf = new Map(rows.map(({ url_prefix, clients }) => [url_prefix, clients]));
  return judgements.filter(isInUse).map(({ mirror: { url_prefix, weight, max_clients } }) => {
    return { url_prefix, weight, max_clients, clients: clientsOf.get(url_prefix) ?? 0 };
  });
}
