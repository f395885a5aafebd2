import type { Judgement } from "../judge-mirrors.ts";
import type { Status } from "../status.ts";
import { type MirrorTarget, restMirror } from "./mirror-target.ts";
import type { LoadRow } from "./read-loads.ts";
import { findPresent } from "./find-start.ts";

/** What is known as a term is judged. */
export interface JudgedTerm {
  readonly rows: readonly LoadRow[];
  readonly status: Status | undefined;
  /** The mirrors that were found broken. */
  readonly condemned: readonly string[];
}

/** Gives where each mirror should be once a term is judged: a broken one is out, and all others keep what they have until the next. */
export function targetJudged(
  judgements: readonly Judgement[],
  { rows, status, condemned }: JudgedTerm,
): MirrorTarget[] {
  const clientsOf = new Map(rows.map(({ url_prefix, clients }) => [url_prefix, clients]));
  return judgements.map((judgement) => {
    const { url_prefix } = judgement.mirror;
    const rest = { ...restMirror(judgement, clientsOf.get(url_prefix) ?? null), fair_share: null };
    if (condemned.includes(url_prefix)) return { ...rest, isBroken: true, reason: "broken: almost nobody came" };
    return {
      ...rest,
      target: findPresent(rest, status),
      reason: rest.reason || "keeps its weight until the next term",
    };
  });
}
