import { findPart } from "../../verify/find-part.ts";
import { fillPart } from "./fill-part.ts";

/** What a mirror gave, as it is shown. */
export interface ShownRow {
  readonly host: string;
  readonly bytes: string;
  readonly state: string;
  /** The width of its bar, as a part of 100. */
  readonly width: string;
  readonly shape: string;
}

const SVG = "http://www.w3.org/2000/svg";

/** The texts of a row, and the class of each. */
const TEXTS = { host: "code", bytes: "bytes", state: "state" } as const;

const NAMES = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];

function createText(name: keyof typeof TEXTS): HTMLElement {
  const text = document.createElement("span");
  text.className = TEXTS[name];
  text.dataset["part"] = name;
  return text;
}

function createElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** The words beside it say the same. */
function createBar(): SVGElement {
  const bar = createElement("svg", { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(createElement("rect", { class: "all", width: "100", height: "4" }));
  bar.append(createElement("rect", { class: "part", width: "0", height: "4" }));
  return bar;
}

/** Shows something in a row. */
export function fillRow(row: HTMLElement, { width, shape, ...texts }: Partial<ShownRow>): void {
  for (const name of NAMES) if (texts[name] !== undefined) fillPart(row, name, texts[name]);
  if (width !== undefined) row.querySelector("rect.part")?.setAttribute("width", width);
  if (shape !== undefined) row.dataset["shape"] = shape;
}

/** Makes a row of the picture of what each mirror gave, and shows something in it. */
export function createRow(shown: Partial<ShownRow>): HTMLElement {
  const row = document.createElement("li");
  row.append(...NAMES.map(createText), createBar());
  fillRow(row, shown);
  return row;
}

/** Reads what a row shows. */
export function readRow(row: HTMLElement): ShownRow {
  const [host = "", bytes = "", state = ""] = NAMES.map((name) => findPart(row, name).textContent);
  const width = row.querySelector("rect.part")?.getAttribute("width") ?? "0";
  return { host, bytes, state, width, shape: row.dataset["shape"] ?? "" };
}
