import type { DayHistory } from "../ops/status.ts";
import { DAY_MS } from "../ops/durations.ts";

/** One day in a mirror's picture. */
export interface HistoryCell {
  readonly day: string;
  /** How the day was: all checks up, some, none, or no check. */
  readonly kind: "up" | "part" | "down" | "none";
  /** The same in words. */
  readonly words: string;
  /** Where the cell begins, in the picture's units. */
  readonly x: number;
  /** How high it stands: a day without a check is low, so that its kind is not told by colour alone. */
  readonly height: number;
}

/** A mirror's last days as a picture, and the same in words. */
export interface HistoryPicture {
  readonly cells: readonly HistoryCell[];
  readonly words: string;
  /** How many of a hundred checks found the mirror up; -1 when there was none, to sort by. */
  readonly percent: number;
}

/** How many days the picture shows, today included. */
export const HISTORY_DAYS = 30;

/** The size of the picture, in its own units. */
export const HISTORY_SIZE = { width: HISTORY_DAYS * 5 - 1, height: 20 };

const CELL_STEP = 5;
const HEIGHTS = { up: 20, part: 14, down: 8, none: 2 } as const;
const WORDS = { up: "up", part: "up at times", down: "not up", none: "no check" } as const;

function listDays(now: Date): string[] {
  return Array.from({ length: HISTORY_DAYS }, (_, index) =>
    new Date(now.getTime() - (HISTORY_DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

function judgeDay(day: DayHistory | undefined): HistoryCell["kind"] {
  if (!day || day.checks === 0) return "none";
  if (day.up === day.checks) return "up";
  return day.up > 0 ? "part" : "down";
}

function measure(days: readonly DayHistory[]): Pick<HistoryPicture, "words" | "percent"> {
  const checks = days.reduce((sum, day) => sum + day.checks, 0);
  if (checks === 0) return { words: "no check yet", percent: -1 };
  const up = days.reduce((sum, day) => sum + day.up, 0);
  // Rounded down: only a mirror without a fault is up in 100 %.
  const percent = Math.floor((up / checks) * 1000) / 10;
  return { words: `up in ${percent} % of ${checks} ${checks === 1 ? "check" : "checks"}`, percent };
}

/** Gives the picture of a mirror's last 30 days, the oldest first. */
export function pictureHistory(history: readonly DayHistory[], now: Date): HistoryPicture {
  const days = listDays(now);
  const known = new Map(history.map((day) => [day.day, day]));
  const cells = days.map((day, index) => {
    const kind = judgeDay(known.get(day));
    return { day, kind, words: WORDS[kind], x: index * CELL_STEP, height: HEIGHTS[kind] };
  });
  return { cells, ...measure(history.filter(({ day }) => days.includes(day))) };
}
