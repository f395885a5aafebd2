import type { LogTally } from "./log-reader.ts";
import { type LogWindows, readWindow, type WindowCount } from "./log-windows.ts";

/** What was read of a mirror's logs. */
export interface MirrorLog {
  readonly url_prefix: string;
  readonly log: LogWindows;
  readonly tally: LogTally;
}

/** What a mirror's logs tell of the window that is looked at. */
export interface LogLoad extends WindowCount, LogTally {
  readonly url_prefix: string;
  /** When the window began and ended (ISO 8601, UTC). */
  readonly from: string;
  readonly to: string;
}

/**
 * Gives what each mirror did in the last window that is whole: the one before the latest that any log reaches. Empty where no log has a
 * download.
 */
export function readLogLoads(logs: readonly MirrorLog[]): LogLoad[] {
  const number = Math.max(...logs.map(({ log }) => log.latest)) - 1;
  if (!Number.isFinite(number)) return [];
  return logs.map(({ url_prefix, log, tally }) => {
    const time = (windows: number): string => new Date(windows * log.windowMs).toISOString();
    return { url_prefix, from: time(number), to: time(number + 1), ...readWindow(log, number), ...tally };
  });
}
