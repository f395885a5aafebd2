import { showValue } from "../core/show-value.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations.ts";

/** The units, the longest first, with the length from which each is used. */
const UNITS: readonly (readonly ["day" | "hour" | "minute", number])[] = [
  ["day", 2 * DAY_MS],
  ["hour", HOUR_MS],
  ["minute", MINUTE_MS],
];
const LENGTHS = { day: DAY_MS, hour: HOUR_MS, minute: MINUTE_MS };

const WORDS = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** Gives the time since a moment in milliseconds, below 0 when it is still to come; forever where it cannot be read. */
export function readAge(moment: string, now: Date): number {
  const age = now.getTime() - Date.parse(moment);
  return Number.isNaN(age) ? Infinity : age;
}

/** Tells in words how long ago a moment was, or how far off it is: "3 hours ago", "in 13 days". What is no date says so. */
export function describeAge(moment: string, now: Date): string {
  const distance = -readAge(moment, now);
  if (!Number.isFinite(distance)) return `at an unreadable time (${showValue(moment)})`;
  const unit = UNITS.find(([, least]) => Math.abs(distance) >= least)?.[0];
  return unit ? WORDS.format(Math.trunc(distance / LENGTHS[unit]), unit) : "just now";
}
