import { findPart } from "../../verify/find-part.ts";
import { type Pace, startPace, type Work } from "../../verify/pace.ts";
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
  const start = (work: Work): Pace => startPace(work, say("language"), () => performance.now());
  let pace: Pace | undefined;
  const draw = drawAtPace(() => {
    const told = pace?.tell();
    bar.value = told?.part ?? 0;
    words.textContent = told?.words ?? "";
  });
  return {
    begin: (work) => {
      pace = start(work);
      bar.value = work.total > 0 ? work.done / work.total : 0;
      words.textContent = "";
    },
    add: (bytes) => {
      pace?.add(bytes);
      draw();
    },
  };
}
