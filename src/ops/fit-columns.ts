import { type ColumnOptions, renderColumns } from "./render-columns.ts";
import { wrapText } from "./wrap-text.ts";

/** How a table is fitted. */
export interface FitOptions extends ColumnOptions {
  /** How wide it may be, in characters; without end in a pipe, where programs read line by line. */
  readonly width: number;
  /** Gives a cell its look, once it is known where it stands. */
  readonly paintCell?: (text: string, row: number, column: number) => string;
}

const GAP = 2;

function plain(text: string): string {
  return text;
}

/** Narrower, words stand one below the other, and the rows are easier read as lists. */
const LEAST_LAST = 20;

function widthOf(head: readonly string[], rows: readonly (readonly string[])[], column: number): number {
  return Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0));
}

/** Renders one row as a list: its first cell, and below it each other cell beside its head. */
function stackRow(head: readonly string[], row: readonly string[], index: number, options: FitOptions): string {
  const { width, paintHead, paintCell = plain } = options;
  const label = Math.max(...head.slice(1).map((text) => text.length));
  const room = Math.max(width - 2 * GAP - label, 1);
  const below = row.slice(1).flatMap((cell, at) =>
    wrapText(cell, room).map((line, number) => {
      const name = number === 0 ? (head[at + 1] ?? "") : "";
      return `  ${name.padEnd(label)}  ${paintCell(line, index, at + 1)}`.trimEnd();
    }),
  );
  return [...wrapText(row[0] ?? "", width).map(paintHead), ...below].join("\n");
}

/**
 * Renders rows in aligned columns that fit the width: the last column is wrapped, and where not even that is enough, each row
 * becomes a list.
 */
export function fitColumns(head: readonly string[], rows: readonly (readonly string[])[], options: FitOptions): string {
  const { width, paintCell = plain } = options;
  const last = options.alignments.length - 1;
  const before = options.alignments.slice(0, -1).reduce((sum, _, column) => sum + widthOf(head, rows, column) + GAP, 0);
  const room = Math.min(width - before, widthOf(head, rows, last));
  if (room < Math.min(LEAST_LAST, widthOf(head, rows, last)) && head.length > 0)
    return rows.map((row, index) => stackRow(head, row, index, options)).join("\n\n");
  const wrapped = rows.map((row, index) =>
    row.map((cell, column) => {
      const lines = column === last ? wrapText(cell, Math.max(room, 1)) : [cell];
      return lines.map((line) => paintCell(line, index, column)).join("\n");
    }),
  );
  return renderColumns(head, wrapped, options);
}
