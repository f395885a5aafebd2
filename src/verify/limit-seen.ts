/** Clocks and time zones differ by less. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * Gives what is remembered as the time of a list that was seen (ISO 8601): at most a day after the moment when it came. A list that
 * was dated years ahead by mistake would else hold back every right one for as long.
 */
export function limitSeen(generated: string, came: Date): string {
  const limit = came.getTime() + AHEAD_MS;
  return Date.parse(generated) <= limit ? generated : new Date(limit).toISOString();
}
