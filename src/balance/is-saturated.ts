import { BALANCE_RULES } from "./rules.ts";

/** What is compared. */
export interface Saturation {
  readonly clients: number;
  readonly fair_share: number;
  readonly max_clients?: number | undefined;
  /** Whether it was as the last term began. */
  readonly was_saturated?: boolean;
}

/** Gives how many clients a mirror has above its threshold, or above its fair share where that must be larger; 0 below. */
export function countAboveThreshold({ clients, fair_share, max_clients = Infinity }: Saturation): number {
  return Math.max(clients - Math.max(max_clients, fair_share), 0);
}

/**
 * Tells whether a mirror has so many clients that some must go: over its fair share by 5 % and by 50, or over its threshold. One
 * that was stays so until it is less than 10 over its share, or the next few who come would begin it all again.
 */
export function isSaturated(load: Saturation): boolean {
  const excess = load.clients - load.fair_share;
  const { saturationShare, saturationClients, saturationEnd } = BALANCE_RULES;
  if (load.was_saturated && excess >= saturationEnd.value) return true;
  const isOver = excess > load.fair_share * saturationShare.value && excess >= saturationClients.value;
  return isOver || countAboveThreshold(load) > 0;
}
