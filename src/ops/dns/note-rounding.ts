import type { WeighedFamily } from "./weigh-addresses.ts";

/** Less than this is the computer's own rounding. */
const NO_ERROR = 1e-12;

const FAMILIES = { a: "IPv4", aaaa: "IPv6" } as const;

/** Says by how much the shares of a family differ from the weights that are meant; nothing when they are exact. */
export function noteRounding({ type, largestError }: WeighedFamily, largest: number): string[] {
  if (largestError < NO_ERROR) return [];
  const points = Number((100 * largestError).toPrecision(2));
  const reason = `the engine takes whole weights from 1 to ${largest}`;
  return [`${FAMILIES[type]}: rounding moves a member's share by up to ${points} percentage points, since ${reason}`];
}
