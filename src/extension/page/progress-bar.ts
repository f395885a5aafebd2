import { findPart } from "../../verify/find-part.ts";
import { startPace, type Work } from "../../verify/pace.ts";
import { say } from "../words/say.ts";
import { drawAtPace } from "./draw-at-pace.ts";

/** Shows in a section's bar and words how far a work on bytes has come. */
export interface ProgressBar {
  /** Begins to count anew. */
  readonly begin: (work: Work) => void;
  /** Takes the bytes that are done. */
  readonly add: (bytes: number) => void;
}

/** Makes the bar of a section. */
export function createProgressBar(section: HTMLElement): ProgressBar {
  const [bar, words] = [findPart(section, "bar") as HTMLProgressElement, findPart(section, "words")];
  let pace = startPace({ total: 0, done: 0 }, say("language"), () => performance.now());
  const show = (): void => {
    const { part, words: text } = pace.tell();
    bar.value = part;
    words.textContent = text;
  };
  const draw = drawAtPace(show);
  return {
    begin: (work) => {
      pace = startPace(work, say("language"), () => performance.now());
      show();
    },
    add: (bytes) => {
      pace.add(bytes);
      draw();
    },
  };
}
