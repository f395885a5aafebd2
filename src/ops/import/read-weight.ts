import { isWeight } from "../../core/accept.ts";
import { showValue } from "../../core/show-value.ts";
import type { Found } from "./list-format.ts";
import type { Remarks } from "./read-entries.ts";

/** Reads a weight as it stands, or as a text of digits; where it is neither, tells so and gives undefined. */
export function readWeight({ item, value }: Found, { left, changed }: Remarks): number | undefined {
  const number = typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;
  if (!isWeight(number)) {
    const reason = `must be an integer from 0 to 1000, got ${showValue(value)}; the mirror is left out`;
    left.push({ item, reason });
    return undefined;
  }
  if (number !== value) changed.push({ item, reason: `is a text, written as ${number}` });
  return number;
}
