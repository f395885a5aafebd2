import { findPart } from "../../verify/find-part.ts";
import { startPace, type Work } from "../../verify/pace.ts";
import { say } from "../words/say.ts";

/** Shows how far a work on bytes has come, in a section's bar and words. Gives what takes the bytes that are done. */
export function showProgress(section: HTMLElement, work: Work): (bytes: number) => void {
  const [bar, words] = [findPart(section, "bar") as HTMLProgressElement, findPart(section, "words")];
  const pace = startPace(work, say("language"), () => performance.now());
  bar.value = work.total > 0 ? work.done / work.total : 0;
  words.textContent = "";
  return (bytes) => {
    const told = pace.add(bytes);
    bar.value = told.part;
    words.textContent = told.words;
  };
}
