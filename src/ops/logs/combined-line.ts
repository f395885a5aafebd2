import { hashBytes } from "./hash-bytes.ts";
import { isDownload, type LogEntry, type ReadLine } from "./log-entry.ts";
import { MINUTE_MS } from "../durations.ts";

const [SPACE, QUOTE, BACKSLASH, OPEN, ZERO, MINUS] = [0x20, 0x22, 0x5c, 0x5b, 0x30, 0x2d];

/** As in `28/Nov/2026:04:30:00 +0000`. */
const TIME = { length: 26, month: 3, year: 7, hour: 12, minute: 15, second: 18, sign: 21, zone: 22 };

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The three letters of each month as one number. */
const MONTH_CODES = MONTHS.map((name) => readCode(new TextEncoder().encode(name), 0));

function readCode(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/** Finds a byte within a line, and looks no further: a file of short lines without it would be searched to its end for each. */
function findByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let index = start; index < end; index++) if (bytes[index] === byte) return index;
  return -1;
}

/** Reads so many digits; NaN when another character is among them. */
function readDigits(bytes: Uint8Array, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = (bytes[index] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads when the hour of a time began. */
function readHour(bytes: Uint8Array, at: number): number {
  const month = MONTH_CODES.indexOf(readCode(bytes, at + TIME.month));
  if (month < 0) return NaN;
  const two = (offset: number): number => readDigits(bytes, at + offset, 2);
  const local = Date.UTC(readDigits(bytes, at + TIME.year, 4), month, two(0), two(TIME.hour));
  const shift = (two(TIME.zone) * 60 + two(TIME.zone + 2)) * MINUTE_MS;
  return bytes[at + TIME.sign] === MINUS ? local + shift : local - shift;
}

/** Makes a reader of times that remembers the last hour: nearly every line is of the same one as the line before. */
function rememberHour(): (bytes: Uint8Array, at: number) => number {
  const last = new Uint8Array(TIME.length);
  let hour = NaN;
  const isSame = (bytes: Uint8Array, at: number, from: number, to: number): boolean => {
    for (let index = from; index < to; index++) if (bytes[at + index] !== last[index]) return false;
    return true;
  };
  return (bytes, at) => {
    if (!isSame(bytes, at, 0, TIME.minute) || !isSame(bytes, at, TIME.sign, TIME.length)) {
      last.set(bytes.subarray(at, at + TIME.length));
      hour = readHour(bytes, at);
    }
    return hour + readDigits(bytes, at + TIME.minute, 2) * MINUTE_MS + readDigits(bytes, at + TIME.second, 2) * 1000;
  };
}

/** Finds the quotation mark that ends a text; one after a backslash is part of it. */
function findQuote(bytes: Uint8Array, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    if (bytes[index] === BACKSLASH) index++;
    else if (bytes[index] === QUOTE) return index;
  }
  return -1;
}

/** Reads the number of bytes; "-" is none. */
function readBytes(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === MINUS) return 0;
  let stop = start;
  while (stop < end && bytes[stop] !== SPACE) stop++;
  return stop > start ? readDigits(bytes, start, stop - start) : NaN;
}

/**
 * Makes a reader of the combined format of Apache and nginx. It reads address, time, status and size, and stops before referrer and user
 * agent, whatever these hold. `key` is the secret that addresses are hashed with.
 */
export function readCombined(key: number): ReadLine {
  const readTime = rememberHour();
  return (bytes, start, end, entry: LogEntry) => {
    const space = findByte(bytes, SPACE, start, end);
    // From the first quotation mark backwards: who logs in by the name "[28/Nov/2036…" must not choose the time.
    const request = findQuote(bytes, space + 1, end) + 1;
    const open = request - 3 - TIME.length - 1;
    if (space <= start || open < space || bytes[open] !== OPEN) return "torn";
    const quote = findQuote(bytes, request, end);
    if (quote < 0) return "torn";
    const status = readDigits(bytes, quote + 2, 3);
    entry.time = readTime(bytes, open + 1);
    entry.bytes = readBytes(bytes, quote + 6, end);
    if (!Number.isFinite(status + entry.time + entry.bytes)) return "torn";
    entry.client = hashBytes(bytes, start, space, key);
    return isDownload(status) ? "download" : "other";
  };
}
