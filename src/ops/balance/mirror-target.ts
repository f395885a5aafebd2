import type { Judgement } from "../judge-mirrors.ts";

/** Where balancing would have a mirror, and why. */
export interface MirrorTarget {
  readonly judgement: Judgement;
  /** Null where nobody told. */
  readonly clients: number | null;
  readonly fair_share: number | null;
  readonly saturated: boolean;
  /** How many clients are to be moved away in the next ten minutes. */
  readonly shed: number;
  /** Whether nobody reaches it: it is taken out at once, not by steps. */
  readonly isBroken: boolean;
  /** The weight that it should have in the end, in units of the maintainers' own. */
  readonly target: number;
  readonly reason: string;
}

/** Makes the target of a mirror that no visitors are led to anyway: its own weight, for when they are again. */
export function restMirror(judgement: Judgement, clients: number | null): MirrorTarget {
  const { mirror, reason = "", broken_since } = judgement;
  const isBroken = broken_since !== undefined;
  return { judgement, clients, fair_share: 0, saturated: false, shed: 0, isBroken, target: mirror.weight, reason };
}
