import { renderBytes } from "./figures.ts";
import { drawnShares, type StandInEvent } from "./hits.ts";
import type { RequestKind } from "./request-kind.ts";
import { renderTable, type Row, type TableOptions } from "./table.ts";

function summarize(rows: readonly Row[]): string {
  const mirrors = rows.filter(({ player }) => player.expected !== undefined);
  const hits = mirrors.reduce((sum, { counts }) => sum + counts.hits, 0);
  if (hits === 0) return "0 hits";
  const drawn = drawnShares(mirrors.map(({ counts }) => counts));
  const gaps = mirrors.map(({ player }, index) => Math.abs((drawn[index] ?? 0) - (player.expected ?? 0)));
  const points = Math.max(...gaps) * 100;
  return `${hits} ${hits === 1 ? "hit" : "hits"}; the shares are off by ${points.toFixed(1)} points at most`;
}

const MEANINGS = [
  "hit: a download by a visitor who came here first; drawn: share of hits",
  "retry: a simulated visitor whom another mirror had failed; not counted as a hit",
];

/** What a line says of a request that is no hit. */
const NOTES: Readonly<Record<RequestKind, string>> = { hit: "", retry: ", retry", again: ", the browser by itself" };

/** Renders the table, what its words mean, and how near the draw is to the weights. */
export function renderReport(rows: readonly Row[], options: TableOptions): string {
  const meanings = MEANINGS.map((line) => options.paint("dim", line));
  return [renderTable(rows, options), "", ...meanings, summarize(rows)].join("\n");
}

/** Renders one finished request for the release file as a line. */
export function renderRequest({ player }: Row, event: StandInEvent & { readonly type: "end" }): string {
  const answer = event.status === 0 ? "connection cut" : `${event.status}, ${renderBytes(event.bytes)}`;
  return `${player.host}: GET ${answer}${NOTES[event.kind]}`;
}
