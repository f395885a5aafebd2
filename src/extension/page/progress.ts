import { findPart } from "../../verify/find-part.ts";
import { createRow, readRow, type ShownRow } from "./mirror-row.ts";

/** How far a download has come, as a section shows it. */
export interface Progress {
  readonly state: string;
  readonly news: string;
  /** From 0 to 1. */
  readonly part: number;
  readonly words: string;
  readonly rows: readonly ShownRow[];
}

function readText(element: ParentNode, part: string): string {
  return findPart(element, part).textContent;
}

/** Reads what stands in a part, if it is to be seen. */
function readSeen(element: ParentNode, part: string): string {
  return findPart(element, part).closest("[hidden]") ? "" : readText(element, part);
}

/** Reads what a section shows of its download. */
export function readProgress(section: HTMLElement): Progress {
  const rows = [...section.querySelectorAll<HTMLElement>(".bars li")].map(readRow);
  const { value: part } = findPart(section, "bar") as HTMLProgressElement;
  const [news, words] = [readText(section, "news"), readSeen(section, "words") + readSeen(section, "rate")];
  return { state: section.dataset["state"] ?? "", news, part, words, rows };
}

function fill(element: ParentNode, part: string, text: string): void {
  const place = findPart(element, part);
  // What a screen reader was told already is not told again.
  if (place.textContent !== text) place.textContent = text;
}

/** Shows in a section how far a download has come that runs elsewhere. */
export function renderProgress(section: HTMLElement, { news, part, words, rows }: Progress): void {
  fill(section, "news", news);
  fill(section, "words", words);
  (findPart(section, "bar") as HTMLProgressElement).value = part;
  findPart(section, "bars").replaceChildren(...rows.map((row) => createRow(row)));
}
