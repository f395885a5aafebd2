import type { AddressType } from "./address.ts";
import type { DnsMember } from "./dns-pool.ts";

/**
 * Gives the members that have an address of one family, those of weight 0 left out. Throws a RangeError for a weight that is no
 * whole number.
 */
export function listMembers(members: readonly DnsMember[], type: AddressType): DnsMember[] {
  const odd = members.find(({ weight }) => !Number.isSafeInteger(weight) || weight < 0);
  if (odd) throw new RangeError(`weight must be a whole number from 0 on, got ${odd.weight} for ${odd.url_prefix}`);
  return members.filter((member) => member.weight > 0 && member[type].length > 0);
}
