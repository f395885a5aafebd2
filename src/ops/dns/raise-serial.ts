/** How serials are counted: as the date and a number of that day (RFC 1912, 2.2), or as seconds since 1970. */
export type SerialStyle = "date" | "time";

/** The largest serial. */
export const MAX_SERIAL = 2 ** 32 - 1;

/** Tells whether a serial counts as greater than another: less than half of the circle of numbers before it (RFC 1982, 3.2). */
export function isGreaterSerial(one: number, other: number): boolean {
  const distance = (one - other + 2 ** 32) % 2 ** 32;
  return distance > 0 && distance < 2 ** 31;
}

function startSerial(now: Date, style: SerialStyle): number {
  if (style === "time") return Math.floor(now.getTime() / 1000) % 2 ** 32;
  return Number(now.toISOString().slice(0, 10).replaceAll("-", "")) * 100 + 1;
}

/**
 * Gives the serial that follows another one: the style's own where it is greater, else one more, so that servers who have the old zone
 * always fetch the new one. Never 0, which some programs take for none.
 */
export function raiseSerial(previous: number | undefined, now: Date, style: SerialStyle): number {
  const start = startSerial(now, style);
  if (previous === undefined || isGreaterSerial(start, previous)) return start || 1;
  return (previous + 1) % 2 ** 32 || 1;
}
