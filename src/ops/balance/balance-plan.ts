import type { Status } from "../status.ts";
import type { MirrorTarget } from "./mirror-target.ts";
import { findPresent, findStarts, findStepOfTerm } from "./find-start.ts";
import { keepStep } from "./keep-step.ts";
import type { KeptStep } from "./kept-step.ts";
import { stepWeights } from "./step-weights.ts";

/** What a run does to one mirror; what `balance --json` prints. */
export interface PlannedMirror {
  readonly url_prefix: string;
  /** Null where weights follow capacities, and nobody counted clients. */
  readonly clients: number | null;
  readonly fair_share: number | null;
  readonly saturated: boolean;
  readonly shed: number;
  readonly effective_weight: number;
  /** The shares of new visitors, from 0 to 1. */
  readonly share_before: number;
  readonly share_after: number;
  readonly reason: string;
}

/** What a run does. */
export interface BalancePlan {
  /** How many units of effective weight one unit of the maintainers' own is worth. */
  readonly scale: number;
  /** Whether the maintainers' own weights are right as they are. */
  readonly isOwn: boolean;
  readonly mirrors: readonly PlannedMirror[];
  /** The mirrors that a maintainer disabled: they get no effective weight, so that they come back with all of their own. */
  readonly disabled: readonly string[];
  /** What is to be kept of this step; absent where it changes no weight. */
  readonly step?: KeptStep;
  /** Whether it takes the place of a step that was taken in this term already. */
  readonly isAgain: boolean;
}

/** How far and when a run goes. */
export interface StepOptions {
  /** By how many percent a weight may change in a term. */
  readonly percent: number;
  readonly now: Date;
}

/** Gives each mirror's share of new visitors; who is left out for another cause has none. */
function findShares(targets: readonly MirrorTarget[], weights: readonly number[]): number[] {
  const drawn = weights.map((weight, index) => {
    const { cause } = targets[index]?.judgement ?? {};
    return cause === "maintainer" || cause === "finding" ? 0 : weight;
  });
  const sum = drawn.reduce((total, weight) => total + weight, 0);
  return drawn.map((weight) => (sum > 0 ? weight / sum : 0));
}

function planMirrors(
  targets: readonly MirrorTarget[],
  status: Status | undefined,
  weights: readonly number[],
): PlannedMirror[] {
  const before = findShares(
    targets,
    targets.map((target) => findPresent(target, status)),
  );
  const after = findShares(targets, weights);
  return targets.map(({ judgement, clients, fair_share, saturated, shed, reason }, index) => ({
    url_prefix: judgement.mirror.url_prefix,
    ...{ clients, fair_share, saturated, shed },
    effective_weight: weights[index] ?? 0,
    share_before: before[index] ?? 0,
    share_after: after[index] ?? 0,
    reason: judgement.status ? reason : `${reason}; was never probed: keeps its own weight`,
  }));
}

function listDisabled(targets: readonly MirrorTarget[]): string[] {
  return targets.flatMap(({ judgement: { mirror } }) => (mirror.weight === 0 ? [mirror.url_prefix] : []));
}

/**
 * Plans a run: the effective weights one step nearer to the targets, and what that does to the shares. There is one step a term: a
 * second run in it sets out from where the first one did.
 */
export function planBalance(
  targets: readonly MirrorTarget[],
  status: Status | undefined,
  { percent, now }: StepOptions,
): BalancePlan {
  const earlier = findStepOfTerm(status, now);
  const starts = findStarts(targets, status, earlier);
  const { scale, weights, isOwn } = stepWeights(targets, starts, percent);
  const taken = earlier?.taken ?? now.toISOString();
  const step = keepStep(targets, { starts, weights: weights.map((weight) => weight / scale), taken });
  const mirrors = planMirrors(targets, status, weights);
  const disabled = listDisabled(targets);
  return { scale, isOwn, mirrors, disabled, ...(step && { step }), isAgain: earlier !== undefined };
}
