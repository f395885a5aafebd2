import type { DownloadEvent } from "../../verify/download/download-event.ts";
import type { Fault } from "../../verify/download/fault.ts";
import { formatSize } from "../words/format-size.ts";
import { type MessageKey, say } from "../words/say.ts";

/** What each mirror gave, as a picture with words: a row a mirror. */
export interface MirrorBars {
  readonly note: (event: DownloadEvent) => void;
}

interface Row {
  readonly element: HTMLElement;
  bytes: number;
}

const FAULT_WORDS: Readonly<Record<Fault, MessageKey>> = {
  lies: "fault_lies",
  "wrong-file": "fault_other_file",
  "wrong-range": "fault_other_file",
  "too-long": "fault_other_file",
  encoded: "fault_other_file",
  "no-range": "fault_no_range",
  missing: "fault_missing",
  refused: "fault_refused",
  redirected: "fault_redirected",
  unreachable: "fault_unreachable",
  busy: "fault_busy",
  stalls: "fault_stalls",
  "breaks-off": "fault_stalls",
};

type MirrorEvent = Extract<DownloadEvent, { readonly mirror: string }>;

/** A state is told by its word and its shape, and never by colour alone. */
function describe(event: MirrorEvent): readonly [shape: string, words: MessageKey] {
  // A mirror that gives no parts may be of use in the end.
  const isDropped = event.kind === "mirror-dropped" && event.fault !== "no-range";
  if ("fault" in event) return [isDropped ? "dropped" : "rests", FAULT_WORDS[event.fault]];
  return event.kind === "piece-checked" ? ["works", "mirror_works"] : ["asked", "mirror_asked"];
}

function fill(element: HTMLElement, part: string, text: string): void {
  const place = element.querySelector(`[data-part="${part}"]`);
  if (place) place.textContent = text;
}

/** Shows rows made of the template in a list, for a file of a size in bytes. */
export function createMirrorBars(list: HTMLElement, template: HTMLTemplateElement | null, size: number): MirrorBars {
  const rows = new Map<string, Row>();
  const lang = say("language");

  function addRow(mirror: string): Row {
    const content = document.importNode(template?.content ?? new DocumentFragment(), true);
    const row = { element: content.querySelector("li") ?? document.createElement("li"), bytes: 0 };
    fill(row.element, "host", new URL(mirror).host);
    list.append(content);
    rows.set(mirror, row);
    return row;
  }

  function showBytes({ element, bytes }: Row): void {
    fill(element, "bytes", formatSize(bytes, lang));
    element.querySelector("rect.part")?.setAttribute("width", String((100 * bytes) / size));
  }

  function note(event: MirrorEvent): void {
    const row = rows.get(event.mirror) ?? addRow(event.mirror);
    const { shape: before } = row.element.dataset;
    if (event.kind === "piece-checked") row.bytes += event.bytes;
    showBytes(row);
    // A right piece that was on its way does not clear a mirror that was dropped, and another question says nothing new.
    if (before === "dropped" || (before !== undefined && event.kind.endsWith("-asked"))) return;
    const [shape, words] = describe(event);
    row.element.dataset["shape"] = shape;
    fill(row.element, "state", say(words));
  }

  list.replaceChildren();
  return {
    note: (event) => {
      if ("mirror" in event) note(event);
    },
  };
}
