import { nameMirrors, shortenName } from "./name-mirrors.ts";
import { renderBar } from "./render-bar.ts";
import { type ColumnOptions, renderColumns } from "./render-columns.ts";
import type { SimulatedMirror, Simulation } from "./simulate-draws.ts";

/** Where the table goes. */
export interface TableOptions extends Pick<ColumnOptions, "paintHead"> {
  /** How wide it may be, in characters. */
  readonly width: number;
}

/** The gap between columns, in characters. */
const GAP = 2;

/** The least that names and bars are given, in characters; below that the table is wider than the terminal. */
const LEAST = { name: 8, bar: 4 };

/** Renders a share from 0 to 1 as a percentage. */
export function renderPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function listHeads(hasAfter: boolean): string[] {
  return ["mirror", "weight", "expected", "drawn", ...(hasAfter ? ["then", "drawn"] : [])];
}

function listCells({ weight, expected, drawn, after }: SimulatedMirror): string[] {
  const cells = [String(weight), renderPercent(expected), renderPercent(drawn)];
  return after ? [...cells, renderPercent(after.expected), renderPercent(after.drawn)] : cells;
}

/** Gives the part that the bar shows: what was drawn, after the leaving if there was one. */
function shownShare({ drawn, after }: SimulatedMirror): number {
  return after?.drawn ?? drawn;
}

function widest(column: readonly string[]): number {
  return Math.max(...column.map((text) => text.length));
}

/** Renders a simulation as a table with a bar for each mirror; the longest bar belongs to who drew the most. */
export function renderSimulation({ mirrors, moved }: Simulation, { width, paintHead }: TableOptions): string {
  const heads = listHeads(moved !== undefined);
  const cells = mirrors.map(listCells);
  const numbers = heads.slice(1).map((head, index) => widest([head, ...cells.map((row) => row[index] ?? "")]));
  const room = width - numbers.reduce((sum, number) => sum + number + GAP, 0) - GAP;
  const names = nameMirrors(mirrors.map(({ url_prefix }) => url_prefix));
  const nameWidth = Math.min(
    widest(["mirror", ...names]),
    Math.max(room - LEAST.bar - Math.floor(room / 4), LEAST.name),
  );
  const barWidth = Math.max(room - nameWidth, LEAST.bar);
  const most = Math.max(...mirrors.map(shownShare)) || 1;
  const rows = mirrors.map((mirror, index) => [
    shortenName(names[index] ?? "", nameWidth),
    ...(cells[index] ?? []),
    renderBar(shownShare(mirror) / most, barWidth),
  ]);
  return renderColumns([...heads, ""], rows, {
    alignments: ["left", ...numbers.map(() => "right" as const), "left"],
    paintHead,
  });
}
