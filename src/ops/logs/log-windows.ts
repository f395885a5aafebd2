import { countHash, createCount, type DistinctCount, estimateCount } from "./distinct-count.ts";
import type { LogEntry } from "./log-entry.ts";

/** How many windows are kept: what is older is forgotten, so that a log of years takes no more memory than one of a day. */
const KEPT_WINDOWS = 24;

interface Window {
  readonly number: number;
  readonly clients: DistinctCount;
  bytes: number;
  downloads: number;
}

/** What was counted in a log, window by window. */
export interface LogWindows {
  readonly windowMs: number;
  /** Whatever claims to be of a later window than this time's is not counted: one such line would move the window of all mirrors. */
  readonly until: number;
  /** By their number since 1970. */
  readonly windows: Map<number, Window>;
  /** The number of the latest window; -Infinity before the first line. */
  latest: number;
}

/** What a mirror did in one window. */
export interface WindowCount {
  /** How many distinct clients there were, to about 1.6 %. */
  readonly clients: number;
  readonly bytes: number;
  readonly downloads: number;
}

/** Begins to count, in windows of so many milliseconds, up to that of a time in milliseconds since 1970. */
export function createWindows(windowMs: number, until = Infinity): LogWindows {
  return { windowMs, until, windows: new Map(), latest: -Infinity };
}

function openWindow(log: LogWindows, number: number): Window {
  const window = { number, clients: createCount(), bytes: 0, downloads: 0 };
  log.windows.set(number, window);
  log.latest = Math.max(log.latest, number);
  for (const old of log.windows.keys()) if (old <= log.latest - KEPT_WINDOWS) log.windows.delete(old);
  return window;
}

/** Counts a download in the window of its time; one of a time to come, or older than all that are kept, is left out. */
export function countEntry(log: LogWindows, { client, time, bytes }: LogEntry): void {
  const number = Math.floor(time / log.windowMs);
  if (number <= log.latest - KEPT_WINDOWS || number < 0 || number > log.until / log.windowMs) return;
  const window = log.windows.get(number) ?? openWindow(log, number);
  countHash(window.clients, client);
  window.bytes += bytes;
  window.downloads++;
}

/** Gives what was counted in a window; nothing where there was no line. */
export function readWindow({ windows }: LogWindows, number: number): WindowCount {
  const window = windows.get(number);
  if (!window) return { clients: 0, bytes: 0, downloads: 0 };
  return { clients: estimateCount(window.clients), bytes: window.bytes, downloads: window.downloads };
}
