/** What a work on many bytes says of itself. */
export interface Pace {
  /** Takes note of bytes that are done. */
  readonly add: (count: number) => void;
  /** Tells how far it has come. */
  readonly tell: () => PaceWords;
}

/** How far a work has come, as words of which there are none before anything is done. */
export interface PaceWords {
  /** From 0 to 1. */
  readonly part: number;
  readonly percent: string;
  /** Speed and time left, which say nothing of a work that rests. */
  readonly rate: string;
}

/** What stands between the words. */
export const PACE_MARK = " · ";

const KILOBYTE = 1e3;
const MEGABYTE = 1e6;

/** A work on bytes, of which some may have been done before. */
export interface Work {
  readonly total: number;
  readonly done: number;
}

/** How a pace is told: in a language (BCP 47), and in what words a time is said to be left. Times are in ms. */
export interface PaceTelling {
  readonly lang: string;
  readonly left: (time: string) => string;
  readonly now: () => number;
}

/** So many of a unit at most, that nobody has to reckon: 90 seconds, but 2 minutes. */
const MOST = 90;

/** Gives the unit that a time is told in, and its length in seconds. */
function chooseUnit(seconds: number): readonly [unit: "second" | "minute" | "hour", length: number] {
  if (seconds <= MOST) return ["second", 1];
  return seconds <= MOST * 60 ? ["minute", 60] : ["hour", 3600];
}

function renderTime(seconds: number, lang: string): string {
  const [unit, length] = chooseUnit(seconds);
  const style = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: unit === "hour" ? 1 : 0 } as const;
  return new Intl.NumberFormat(lang, style).format(seconds / length);
}

/** Gives a speed in digits that tell slow ones apart, too; whatever comes is never told as nothing. */
function renderSpeed(perSecond: number, lang: string): string {
  const isMegabytes = perSecond >= MEGABYTE / 10;
  const unit = isMegabytes ? "megabyte-per-second" : "kilobyte-per-second";
  const count = Math.max(perSecond / (isMegabytes ? MEGABYTE : KILOBYTE), 0.1);
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: count < 10 ? 1 : 0 }).format(count);
}

/** Makes a word keep its own direction (Unicode's FSI and PDI): in Arabic, numbers and units would run together. */
function isolate(word: string): string {
  return `\u2068${word}\u2069`;
}

/** Measures the pace of a work on bytes. */
export function startPace({ total, done: before }: Work, { lang, left, now }: PaceTelling): Pace {
  const began = now();
  const percent = new Intl.NumberFormat(lang, { style: "percent" });
  let done = before;
  return {
    add: (count) => void (done += count),
    tell: () => {
      if (done === before) return { part: total > 0 ? done / total : 0, percent: "", rate: "" };
      const perSecond = (done - before) / Math.max((now() - began) / 1000, 0.001);
      const seconds = Math.ceil((total - done) / Math.max(perSecond, 1));
      const rate = [renderSpeed(perSecond, lang), left(renderTime(seconds, lang))].map(isolate).join(PACE_MARK);
      return { part: done / total, percent: isolate(percent.format(done / total)), rate };
    },
  };
}
