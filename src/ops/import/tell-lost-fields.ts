import { showValue } from "../../core/show-value.ts";
import { isEmpty, isRecord } from "./json-record.ts";
import type { Remark } from "./list-format.ts";

/** The most fields that are told one by one. */
const MAX_FIELDS = 50;

function saysSomething(value: unknown): boolean {
  return !isEmpty(value) && value !== false && value !== 0;
}

function countFields(entries: readonly unknown[], carried: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [key, value] of entries.filter(isRecord).flatMap((entry) => Object.entries(entry)))
    if (!carried.includes(key) && saysSomething(value)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function plural(count: number): string {
  return count === 1 ? "1 entry has it" : `${count} entries have it`;
}

/** Tells each field that a pool has no place for, once, with how many entries say something there. */
export function tellLostFields(
  entries: readonly unknown[],
  carried: readonly string[],
  reasons: Readonly<Record<string, string>> = {},
): Remark[] {
  const counts = [...countFields(entries, carried)];
  const told = counts.slice(0, MAX_FIELDS).map(([key, count]) => {
    const reason = Object.hasOwn(reasons, key) ? reasons[key] : undefined;
    return { item: showValue(key), reason: `${reason ?? "has no place in a pool"}; ${plural(count)}` };
  });
  const rest = counts.length - told.length;
  return rest > 0 ? [...told, { item: "further fields", reason: `have no place in a pool; there are ${rest}` }] : told;
}
