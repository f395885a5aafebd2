import { findPart } from "../../verify/find-part.ts";
import { type Pace, PACE_MARK, startPace, type Work } from "../../verify/pace.ts";
import { say } from "../words/say.ts";
import { drawAtPace } from "./draw-at-pace.ts";

/** Shows in a section's bar and words how far a work on bytes has come. */
export interface ProgressBar {
  /** Begins to count anew. */
  readonly begin: (work: Work) => void;
  /** Takes the bytes that are done. */
  readonly add: (bytes: number) => void;
}

function start(work: Work): Pace {
  const left = (time: string): string => say("time_left", { time });
  return startPace(work, { lang: say("language"), left, now: () => performance.now() });
}

/** Makes the bar of a section. */
export function createProgressBar(section: HTMLElement): ProgressBar {
  const bar = findPart(section, "bar") as HTMLProgressElement;
  const [words, beside] = [findPart(section, "words"), findPart(section, "rate")];
  let pace = start({ total: 0, done: 0 });
  const show = (): void => {
    const { part, percent, rate } = pace.tell();
    bar.value = part;
    words.textContent = percent;
    beside.textContent = rate && PACE_MARK + rate;
  };
  const draw = drawAtPace(show);
  return {
    begin: (work) => {
      pace = start(work);
      show();
    },
    add: (bytes) => {
      pace.add(bytes);
      draw();
    },
  };
}
