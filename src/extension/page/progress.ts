import { findPart } from "../../verify/find-part.ts";

/** What a mirror gave, as it is shown. */
export interface ShownRow {
  readonly host: string;
  readonly bytes: string;
  /** The width of its bar, as a part of 100. */
  readonly width: string;
  readonly shape: string;
  readonly words: string;
}

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

function readRow(row: HTMLElement): ShownRow {
  const width = row.querySelector("rect.part")?.getAttribute("width") ?? "0";
  const [host, bytes, words] = [readText(row, "host"), readText(row, "bytes"), readText(row, "state")];
  return { host, bytes, words, width, shape: row.dataset["shape"] ?? "" };
}

/** Reads what a section shows of its download. */
export function readProgress(section: HTMLElement): Progress {
  const rows = [...section.querySelectorAll<HTMLElement>(".bars li")].map(readRow);
  const { value: part } = findPart(section, "bar") as HTMLProgressElement;
  const [news, words] = [readText(section, "news"), readText(section, "words")];
  return { state: section.dataset["state"] ?? "", news, part, words, rows };
}

function fill(element: ParentNode, part: string, text: string): void {
  const place = findPart(element, part);
  // What a screen reader was told already is not told again.
  if (place.textContent !== text) place.textContent = text;
}

function renderRow(template: HTMLTemplateElement, { host, bytes, words, width, shape }: ShownRow): DocumentFragment {
  const content = document.importNode(template.content, true);
  for (const [part, text] of Object.entries({ host, bytes, state: words })) fill(content, part, text);
  content.querySelector("rect.part")?.setAttribute("width", width);
  const item = content.querySelector("li");
  if (item) item.dataset["shape"] = shape;
  return content;
}

/** Shows in a section how far a download has come that runs elsewhere. */
export function renderProgress(section: HTMLElement, { news, part, words, rows }: Progress): void {
  const template = findPart(section, "row") as HTMLTemplateElement;
  fill(section, "news", news);
  fill(section, "words", words);
  (findPart(section, "bar") as HTMLProgressElement).value = part;
  findPart(section, "bars").replaceChildren(...rows.map((row) => renderRow(template, row)));
}
