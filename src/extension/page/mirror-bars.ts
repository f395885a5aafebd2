import type { DownloadEvent } from "../../verify/download/download-event.ts";
import { findPart } from "../../verify/find-part.ts";
import { formatSize } from "../words/format-size.ts";
import { say } from "../words/say.ts";
import { describeEvent, type MirrorEvent } from "./describe-event.ts";
import { drawAtPace } from "./draw-at-pace.ts";
import { createRow, fillRow } from "./mirror-row.ts";

/** What each mirror gave, as a picture with words: a row a mirror. */
export interface MirrorBars {
  readonly note: (event: DownloadEvent) => void;
}

interface Row {
  readonly element: HTMLElement;
  bytes: number;
}

function showBytes({ element, bytes }: Row, size: number): void {
  fillRow(element, { bytes: formatSize(bytes, say("language")), width: String((100 * bytes) / size) });
}

function showState({ element }: Row, event: MirrorEvent): void {
  const { shape: before } = element.dataset;
  const { shape, words } = describeEvent(event);
  if (before === shape && (shape === "works" || shape === "slow")) return;
  // A right piece that was on its way does not clear a mirror that was dropped, and another question says nothing new.
  if (before === "dropped" || (before !== undefined && shape === "asked")) return;
  fillRow(element, { shape, state: say(words) });
}

/** Shows rows in a section for a file of a size in bytes. */
export function createMirrorBars(section: HTMLElement, size: number): MirrorBars {
  const list = findPart(section, "bars");
  const rows = new Map<string, Row>();
  // Hundreds of pieces may come in a second.
  const draw = drawAtPace(() => rows.forEach((row) => showBytes(row, size)));
  list.replaceChildren();

  function findRow(mirror: string): Row {
    const row = rows.get(mirror) ?? { element: createRow({ host: new URL(mirror).host }), bytes: 0 };
    if (!rows.has(mirror)) list.append(row.element);
    rows.set(mirror, row);
    return row;
  }

  return {
    note: (event) => {
      if (!("mirror" in event)) return;
      const row = findRow(event.mirror);
      if (event.kind === "piece-checked") row.bytes += event.bytes;
      showState(row, event);
      draw();
    },
  };
}
