/** What a work on many bytes says of itself. */
export interface Pace {
  /** Takes note of bytes that are done. */
  readonly add: (count: number) => void;
  /** Gives the part of the whole, from 0 to 1, and the words: percent, speed, time left; none before anything is done. */
  readonly tell: () => { readonly part: number; readonly words: string };
}

const MEGABYTE = 1e6;

/** A work on bytes, of which some may have been done before. */
export interface Work {
  readonly total: number;
  readonly done: number;
}

/** Measures the pace of a work on bytes, in words of a language (BCP 47). Times are in ms. */
export function startPace({ total, done: before }: Work, lang: string, now: () => number): Pace {
  const began = now();
  const percent = new Intl.NumberFormat(lang, { style: "percent" });
  const speed = new Intl.NumberFormat(lang, { style: "unit", unit: "megabyte-per-second", maximumFractionDigits: 0 });
  const time = new Intl.NumberFormat(lang, {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
    maximumFractionDigits: 0,
  });
  let done = before;
  return {
    add: (count) => void (done += count),
    tell: () => {
      if (done === before) return { part: total > 0 ? done / total : 0, words: "" };
      const perSecond = (done - before) / Math.max((now() - began) / 1000, 0.001);
      const left = Math.ceil((total - done) / Math.max(perSecond, 1));
      const words = [percent.format(done / total), speed.format(perSecond / MEGABYTE), time.format(left)];
      // Each keeps its own direction (Unicode's FSI and PDI): in Arabic, numbers and units would run together.
      return { part: done / total, words: words.map((word) => `\u2068${word}\u2069`).join(" · ") };
    },
  };
}
