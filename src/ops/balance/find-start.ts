import { BALANCE_RULES } from "../../balance/rules.ts";
import type { Status } from "../status.ts";
import type { KeptStep } from "./kept-step.ts";
import type { MirrorTarget } from "./mirror-target.ts";

/** As late as a term is judged, the next one may begin: timers are not exact. */
const SAME_STEP_MS = BALANCE_RULES.judgeFrom.value;

/** Gives the weight that visitors are led by now, in units of the maintainers' own. */
export function findPresent({ judgement }: MirrorTarget, status: Status | undefined): number {
  const { mirror, status: known } = judgement;
  const effective = known?.effective_weight;
  return effective === undefined ? mirror.weight : effective / (status?.weight_scale ?? 1);
}

/** Gives the step of this term, where one was taken already: another run, by hand or by a timer, takes its place. */
export function findStepOfTerm(status: Status | undefined, now: Date): KeptStep | undefined {
  const { weight_step: step } = status ?? {};
  const age = step ? now.getTime() - Date.parse(step.taken) : NaN;
  return age >= 0 && age < SAME_STEP_MS ? step : undefined;
}

/** Gives the weights that a step sets out from, or the one before whose place it takes, in the order of the targets and in units of the maintainers' own. */
export function findStarts(
  targets: readonly MirrorTarget[],
  status: Status | undefined,
  step: KeptStep | undefined,
): number[] {
  const before = new Map(step?.before.map(({ url_prefix, weight }) => [url_prefix, weight]));
  return targets.map((target) => before.get(target.judgement.mirror.url_prefix) ?? findPresent(target, status));
}
