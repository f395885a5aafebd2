import type { KeptStep } from "./kept-step.ts";
import type { MirrorTarget } from "./mirror-target.ts";

/** A step: where it set out from, where it leads, each in the order of the targets and in units of the maintainers' own. */
export interface StepTaken {
  readonly starts: readonly number[];
  readonly weights: readonly number[];
  /** ISO 8601, UTC. */
  readonly taken: string;
}

/** Gives what is to be kept of a step: whose weights it changed. Undefined for none; a broken mirror is out at once, not by steps. */
export function keepStep(
  targets: readonly MirrorTarget[],
  { starts, weights, taken }: StepTaken,
): KeptStep | undefined {
  const before = targets.flatMap(({ judgement, isBroken }, index) => {
    const weight = starts[index] ?? 0;
    return isBroken || weight === weights[index] ? [] : [{ url_prefix: judgement.mirror.url_prefix, weight }];
  });
  return before.length > 0 ? { taken, before } : undefined;
}
