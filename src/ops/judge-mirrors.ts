import { isWeight } from "../core/accept.ts";
import type { MaintainedMirror } from "../core/pool.ts";
import { toPlainText } from "./plain-text.ts";
import { scaleOwnWeight } from "./scale-own-weight.ts";
import type { MirrorStatus, Status } from "./status.ts";

/** What the maintainers' list and the program's findings make of one mirror together. */
export interface Judgement {
  readonly mirror: MaintainedMirror;
  /** Undefined until the mirror was first probed. */
  readonly status: MirrorStatus | undefined;
  /** The weight it is due now; 0 leaves it out. */
  readonly weight: number;
  /** The weight that the maintainers gave it, on the same scale: what it is due when nobody but they leave it out. */
  readonly own_weight: number;
  /** Why it is left out, in words; absent when it is not. */
  readonly reason?: string;
  /** Who leaves it out: a maintainer, what a probe found, or balancing. */
  readonly cause?: "maintainer" | "finding" | "balance";
  /** Since when balancing has it out as broken (ISO 8601, UTC); absent when it has not. */
  readonly broken_since?: string;
}

/** The least part of the hand-set weight that findings may leave, as a divisor: a third. */
export const FLOOR_DIVISOR = 3;

type Known = Pick<Judgement, "status" | "own_weight" | "broken_since">;

function judge(mirror: MaintainedMirror, { status, own_weight, broken_since }: Known): Judgement {
  const leaveOut = (cause: NonNullable<Judgement["cause"]>, reason: string): Judgement => ({
    mirror,
    status,
    own_weight,
    weight: 0,
    cause,
    reason,
    ...(broken_since !== undefined && { broken_since }),
  });
  if (mirror.weight === 0) return leaveOut("maintainer", "its weight is 0: a maintainer disabled it");
  if (status?.verdict === "down" || status?.verdict === "wrong")
    return leaveOut("finding", toPlainText(`${status.verdict} since ${status.since}: ${status.reason}`));
  if (broken_since !== undefined)
    return leaveOut(
      "balance",
      toPlainText(`broken since ${broken_since}: almost nobody whom balancing sent there came`),
    );
  const weight = isWeight(status?.effective_weight) ? status.effective_weight : own_weight;
  return weight > 0
    ? { mirror, status, own_weight, weight }
    : leaveOut("balance", "balancing gives it no new visitors for now");
}

/** Gives the weight that each mirror is due, in the order given, or why it is left out. The floor is not looked at here. */
export function judgeMirrors(mirrors: readonly MaintainedMirror[], status: Status | undefined): Judgement[] {
  const known = new Map(status?.mirrors.map((entry) => [entry.url_prefix, entry]));
  const memories = new Map(status?.balance?.mirrors.map((memory) => [memory.url_prefix, memory]));
  return mirrors.map((mirror) => {
    const broken_since = memories.get(mirror.url_prefix)?.broken_since;
    const own_weight = scaleOwnWeight(mirror.weight, status);
    return judge(mirror, { status: known.get(mirror.url_prefix), own_weight, ...(broken_since && { broken_since }) });
  });
}

/**
 * Gives the part of the hand-set weight that findings leave, from 0 to 1. Whoever balancing relieves works, and counts whole: a busy
 * pool must not look like one that is breaking down.
 */
export function shareLeft(judgements: readonly Judgement[]): number {
  const sum = (part: readonly Judgement[]): number => part.reduce((total, { mirror }) => total + mirror.weight, 0);
  const total = sum(judgements);
  return total > 0 ? sum(judgements.filter(({ cause }) => cause !== "finding")) / total : 0;
}
