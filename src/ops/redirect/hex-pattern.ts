const DIGITS = "0123456789abcdef";

/** How many draws there are: numbers of four hexadecimal digits. */
export const HEX_DRAWS = 0x10000;

const HEX_LENGTH = 4;

/** The numbers from `first` on that begin with the same digits and go on with one of several. */
interface Run {
  readonly size: number;
  readonly length: number;
}

/** Finds the longest run of whole blocks, as large as they can be, from `first` on. */
function findRun(first: number, end: number): Run {
  let size = 1;
  while (first % (size * 16) === 0 && first + size * 16 <= end) size *= 16;
  const next = Math.floor(first / (size * 16) + 1) * size * 16;
  return { size, length: Math.floor((Math.min(next, end) - first) / size) };
}

function printRun(first: number, { size, length }: Run): string {
  if (size === HEX_DRAWS) return "";
  const digits = first.toString(16).padStart(HEX_LENGTH, "0");
  const place = HEX_LENGTH - 1 - Math.log2(size) / 4;
  const start = DIGITS.indexOf(digits.charAt(place));
  const choice = DIGITS.slice(start, start + length);
  return digits.slice(0, place) + (length === 1 ? choice : `[${choice}]`);
}

/**
 * Gives a regular expression for the beginning of texts whose first four hexadecimal digits are a number from `first` up to, not
 * with, `end`: for engines that can draw a random text but not compare numbers. Throws a RangeError for an empty range.
 */
export function printHexPattern(first: number, end: number): string {
  if (!(Number.isInteger(first) && Number.isInteger(end) && 0 <= first && first < end && end <= HEX_DRAWS))
    throw new RangeError(`range must lie within 0 and ${HEX_DRAWS}, got ${first} to ${end}`);
  const patterns: string[] = [];
  for (let at = first; at < end;) {
    const run = findRun(at, end);
    patterns.push(printRun(at, run));
    at += run.size * run.length;
  }
  return `(?:${patterns.join("|")})`;
}
