import { countEvent, NO_HITS, type StandInEvent } from "./hits.ts";
import type { Paint } from "./paint.ts";
import type { CastMember } from "./player.ts";
import { renderReport, renderRequest } from "./report.ts";
import { createScreen } from "./screen.ts";
import type { Row } from "./table.ts";

/** Where the demo writes. */
export interface DisplayTarget {
  readonly write: (text: string) => void;
  /** The terminal's size, in characters; undefined where there is no terminal to draw on. */
  readonly size: () => Size | undefined;
  readonly paint: Paint;
  /** What to type, told under the table. */
  readonly hint: string;
}

/** Shows what happens at the stand-ins. */
export interface Display {
  readonly show: (index: number, event: StandInEvent) => void;
  /** Shows the whole table as it is now. */
  readonly report: () => void;
  readonly noteTypedLine: () => void;
  /** Shows the table for the last time. */
  readonly end: () => void;
}

/** How often the table is drawn again at most, in milliseconds. */
const REDRAW_MS = 150;

/** The width of the table where there is no terminal, in characters. */
const PLAIN_WIDTH = 120;

/** The least width for a table that is drawn in place, in characters; a line that wraps would be counted wrongly. */
const LEAST_WIDTH = 80;

/** The lines that stand around the table's rows: heads, meanings, hint, what is typed. */
const OTHER_LINES = 8;

interface Size {
  readonly columns: number;
  readonly rows: number;
}

function hasRoom(size: Size | undefined, tableRows: number): boolean {
  return size !== undefined && size.columns >= LEAST_WIDTH && size.rows >= tableRows + OTHER_LINES;
}

/** Keeps the counts, and shows them in place on a terminal that is large enough; elsewhere a line for each request. */
export function createDisplay(cast: readonly CastMember[], target: DisplayTarget): Display {
  const rows: Row[] = cast.map((part) => ({ ...part, counts: NO_HITS }));
  const isLive = hasRoom(target.size(), rows.length);
  const screen = createScreen(target.write);
  let timer: NodeJS.Timeout | undefined;
  const draw = (hint: string) => {
    clearTimeout(timer);
    timer = undefined;
    const width = target.size()?.columns ?? PLAIN_WIDTH;
    const text = renderReport(rows, { width, paint: target.paint });
    if (isLive) screen.draw(`${text}\n${target.paint("dim", hint)}`);
    else target.write(`\n${text}\n\n`);
  };
  const report = (): void => draw(target.hint);
  const show = (index: number, event: StandInEvent) => {
    const row = rows[index];
    if (!row) return;
    rows[index] = { ...row, counts: countEvent(row.counts, event) };
    if (isLive) timer ??= setTimeout(report, REDRAW_MS);
    else if (event.type === "end") target.write(`${renderRequest(row, event)}\n`);
  };
  return { show, report, noteTypedLine: screen.noteTypedLine, end: () => draw("") };
}
