import { HOUR_MS } from "./durations.ts";

/** How far a time may be ahead of this machine's clock, in milliseconds: clocks differ a little, and a wrong time zone makes hours of it. */
export const CLOCK_SLACK_MS = HOUR_MS;

/**
 * Tells whether a time (ISO 8601, UTC) can be that of something that has happened: it can be read, its day exists, and it has come.
 * `Date.parse` alone takes 31 February for 3 March.
 */
export function isPossibleTime(time: string, now: Date): boolean {
  const moment = Date.parse(time);
  // What cannot be read is not a number, and every comparison with it is false.
  const hasCome = moment - now.getTime() <= CLOCK_SLACK_MS;
  return hasCome && new Date(moment).toISOString().slice(0, 10) === time.slice(0, 10);
}

/** Tells whether a time is later than one before; one that makes no sense holds nothing up. */
export function isLaterThan(before: string, time: string, now: Date): boolean {
  return !isPossibleTime(before, now) || Date.parse(time) > Date.parse(before);
}
