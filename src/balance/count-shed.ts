import { BALANCE_RULES } from "./rules.ts";
import { countAboveThreshold, type Saturation } from "./is-saturated.ts";

/** What decides how many clients a saturated mirror moves in a term. */
export interface ShedInputs extends Saturation {
  /** How many came back in a pause of this balance. */
  readonly returned?: number | undefined;
  /** How many of them in the last pause. */
  readonly came_back?: number | undefined;
  /** By how many it was over its share in the last terms, this one included. */
  readonly excesses: readonly number[];
}

/**
 * Gives how many clients a saturated mirror moves in a term: a sixth of the largest excess of the last 6 terms and at least 10, or
 * all above its threshold where that is more, and as many again as came back in the last pause; but never more than are over its
 * fair share, and none of those that came back.
 */
export function countShed(inputs: ShedInputs): number {
  const { clients, fair_share, returned = 0, came_back = 0, excesses } = inputs;
  const { rememberedTerms, leastShed, madeUpFor } = BALANCE_RULES;
  const part = Math.ceil(Math.max(...excesses, 0) / rememberedTerms.value);
  const wanted = Math.max(part, leastShed.value, countAboveThreshold(inputs)) + came_back * madeUpFor.value;
  return Math.max(Math.min(wanted, clients - fair_share, clients - returned), 0);
}
