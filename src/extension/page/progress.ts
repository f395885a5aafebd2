import { findPart } from "../../verify/find-part.ts";
import { keepFocus } from "../../verify/keep-focus.ts";
import { fillPart } from "./fill-part.ts";
import { createRow, fillRow, readRow, type ShownRow } from "./mirror-row.ts";

/** The buttons of a download that the popup has, too. */
export const ACTS = ["pause", "resume"] as const;

/** One of them. */
export type Act = (typeof ACTS)[number];

/** How far a download has come, as a section shows it. */
export interface Progress {
  readonly state: string;
  readonly news: string;
  /** From 0 to 1. */
  readonly part: number;
  readonly words: string;
  readonly rows: readonly ShownRow[];
  /** What its buttons offer now. */
  readonly acts: readonly Act[];
}

function readText(element: ParentNode, part: string): string {
  return findPart(element, part).textContent;
}

/** Reads what stands in a part, if it is to be seen. */
function readSeen(element: ParentNode, part: string): string {
  return findPart(element, part).closest("[hidden]") ? "" : readText(element, part);
}

function listRows(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>(".bars li")];
}

/** Reads what a section shows of its download. */
export function readProgress(section: HTMLElement): Progress {
  const rows = listRows(section).map(readRow);
  const { value: part } = findPart(section, "bar") as HTMLProgressElement;
  const [news, words] = [readText(section, "news"), readSeen(section, "words") + readSeen(section, "rate")];
  const acts = ACTS.filter((act) => !findPart(section, act).hidden);
  return { state: section.dataset["state"] ?? "", news, part, words, rows, acts };
}

/** Mirrors come one after the other and keep their order: a row that is there stays. */
function renderRows(section: HTMLElement, rows: readonly ShownRow[]): void {
  const there = listRows(section);
  for (const [index, element] of there.entries()) {
    const row = rows[index];
    if (row) fillRow(element, row);
    else element.remove();
  }
  findPart(section, "bars").append(...rows.slice(there.length).map((row) => createRow(row)));
}

/** Shows in a section how far a download has come that runs elsewhere, and what can be done with it. */
export function renderProgress(section: HTMLElement, { news, part, words, rows, acts }: Progress): void {
  fillPart(section, "news", news);
  fillPart(section, "words", words);
  (findPart(section, "bar") as HTMLProgressElement).value = part;
  renderRows(section, rows);
  keepFocus(section, () => {
    for (const act of ACTS) findPart(section, act).hidden = !acts.includes(act);
  });
}
