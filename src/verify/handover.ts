/**
 * How the project's page and its extension find each other: events on `document`, which nobody but the page's own scripts and
 * the extension's script in that page can hear or send.
 *
 * @module
 */
import type { Visit } from "./visit-draw.ts";

/** The page asks whether the extension is there; without a detail. */
export const ASK_EVENT = "fairmirror:extension-ask";

/** The extension says that it is there, by itself and when it is asked; without a detail. */
export const HERE_EVENT = "fairmirror:extension-here";

/** The page hands a download over; its detail is what `renderHandover` gives. */
export const DOWNLOAD_EVENT = "fairmirror:extension-download";

/** The extension says that it took the download over; without a detail. */
export const TAKEN_EVENT = "fairmirror:extension-taken";

/** A download that the page hands over, and the visit that it belongs to. */
export interface Handover extends Visit {
  /** The file's `path` in the list of releases. */
  readonly path: string;
}

/** Far more than either part ever has. */
const MOST_CHARACTERS = 1000;

/** Who tried more mirrors than this tries them again. */
const MOST_TRIED = 50;

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MOST_CHARACTERS;
}

function parse(text: unknown): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text as string)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** Renders a handover as one text: objects of a page are another world's to an extension's script. */
export function renderHandover({ key, path, choice, tried }: Handover): string {
  return JSON.stringify({ key, path, choice, tried });
}

/** Reads what came as a handover from a page or a script, of which nothing is known; undefined when it is none. What is wrong with its mirrors is left out. */
export function readHandover(text: unknown): Handover | undefined {
  const { key, path, choice, tried } = parse(text);
  if (!isText(key) || !isText(path)) return undefined;
  const known = Array.isArray(tried) ? tried.filter(isText).slice(0, MOST_TRIED) : [];
  return { key, path, ...(isText(choice) && { choice }), ...(known.length > 0 && { tried: known }) };
}
