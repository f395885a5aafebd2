import type { Problem } from "../../core/problem.ts";
import type { Judgement } from "../judge-mirrors.ts";
import { type MirrorTarget, restMirror } from "./mirror-target.ts";
import { LARGEST_WEIGHT, weighSimply } from "./weigh-capacities.ts";

/** Where each mirror should be by what it can give, or why nobody knows. */
export interface CapacityTargets {
  readonly targets: readonly MirrorTarget[];
  /** Whole weights that follow the capacities, in the order of the mirrors, for a maintainer to set. */
  readonly weights: readonly number[];
  /** Bytes a second, in the same order; 0 for a mirror that a maintainer disabled. */
  readonly capacities: readonly number[];
}

function isWeighed({ mirror, broken_since }: Judgement): boolean {
  return mirror.weight > 0 && broken_since === undefined;
}

function readSpeed({ status }: Judgement): number {
  return status?.bytes_per_second ?? 0;
}

function sumBy(judgements: readonly Judgement[], count: (judgement: Judgement) => number): number {
  return judgements.reduce((sum, judgement) => sum + count(judgement), 0);
}

/** Gives what each mirror can give; one that was not measured counts by its weight, as those that were do on average. */
function listCapacities(judgements: readonly Judgement[]): number[] {
  const measured = judgements.filter((judgement) => isWeighed(judgement) && readSpeed(judgement) > 0);
  const perWeight = sumBy(measured, readSpeed) / sumBy(measured, ({ mirror }) => mirror.weight);
  return judgements.map((judgement) => {
    if (!isWeighed(judgement)) return 0;
    return readSpeed(judgement) || judgement.mirror.weight * perWeight;
  });
}

function describeCapacity(judgement: Judgement, capacity: number, total: number): string {
  const part = `${((capacity / total) * 100).toFixed(1)} %`;
  if (readSpeed(judgement) === 0) return `was not measured: counts by its weight, as ${part} of the pool`;
  return `gives ${(capacity / 1e6).toFixed(1)} MB/s, ${part} of the pool`;
}

/** Tells that no mirror in use has a measured speed. */
export function checkSpeeds(judgements: readonly Judgement[], file: string): Problem[] {
  if (judgements.some((judgement) => isWeighed(judgement) && readSpeed(judgement) > 0)) return [];
  const message = "must hold a measured speed of a mirror at least, got none";
  return [{ code: "no-speed", file, pointer: "/mirrors", message, cure: 'run "fairmirror probe --speed --write"' }];
}

/** Gives where each mirror should be by what it can give; the weights together stay what they
 * are, where none would be above 1000 for it. Takes what `checkSpeeds` accepted. */
export function targetCapacities(judgements: readonly Judgement[]): CapacityTargets {
  const capacities = listCapacities(judgements);
  const { weights } = weighSimply(capacities);
  const total = capacities.reduce((sum, capacity) => sum + capacity, 0);
  const own = sumBy(judgements, ({ mirror }) => mirror.weight);
  const sum = weights.reduce((part, weight) => part + weight, 0);
  // The heaviest must not come out above what a weight may be: it alone would be cut.
  const unit = Math.min(own / sum, LARGEST_WEIGHT / Math.max(...weights));
  const targets = judgements.map((judgement, index) => {
    if (!isWeighed(judgement)) return restMirror(judgement, null);
    const reason = describeCapacity(judgement, capacities[index] ?? 0, total);
    const target = (weights[index] ?? 0) * unit;
    return { judgement, clients: null, fair_share: null, saturated: false, shed: 0, isBroken: false, target, reason };
  });
  return { targets, weights, capacities };
}
