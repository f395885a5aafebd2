import Table from "cli-table3";
import { renderBytes, renderShare, shortenHost } from "./figures.ts";
import { drawnShares, type Hits } from "./hits.ts";
import { LOOPBACK } from "./loopback.ts";
import type { Look, Paint } from "./paint.ts";
import type { CastMember, Player } from "./player.ts";

/** One line of the table: a stand-in, and what it has received. */
export interface Row extends CastMember {
  readonly counts: Hits;
}

/** How the table is drawn. */
export interface TableOptions {
  /** In characters. */
  readonly width: number;
  readonly paint: Paint;
}

interface Column {
  readonly head: string;
  readonly cell: (row: Row, drawn: number | undefined) => string;
  readonly isNumber?: boolean;
}

/** From this width on, in characters, the whole address and the retries have room. */
const WIDE = 112;

/** The least that a host is shortened to, in characters. */
const LEAST_HOST = 12;

/** The widest that all columns but the first become, with the gaps between them, in characters. */
const OTHER_COLUMNS = { wide: 86, narrow: 62 };

const STATES: Readonly<Record<Player["behaviour"], readonly [Look, string]>> = {
  up: ["green", "● up"],
  slow: ["yellow", "▼ slow"],
  down: ["red", "✕ down"],
  empty: ["yellow", "○ no file"],
};

function findState({ weight, behaviour }: Player): readonly [Look, string] {
  if (weight === undefined) return ["green", "◆ fallback"];
  return weight === 0 ? ["dim", "– off"] : STATES[behaviour];
}

function describeState({ player, counts }: Row, paint: Paint): string {
  const [look, words] = findState(player);
  return paint(look, counts.active > 0 ? `${words} ↓${counts.active}` : words);
}

function listColumns(hostWidth: number, isWide: boolean, paint: Paint): Column[] {
  const columns: (Column | false)[] = [
    { head: "mirror", cell: ({ player }) => shortenHost(player.host, hostWidth) },
    { head: isWide ? "stand-in" : "port", cell: ({ port }) => (isWide ? `${LOOPBACK}:${port}` : `:${port}`) },
    { head: "weight", cell: ({ player }) => `${player.weight ?? "–"}`, isNumber: true },
    { head: "expected", cell: ({ player }) => renderShare(player.expected), isNumber: true },
    { head: "drawn", cell: (_row, drawn) => renderShare(drawn), isNumber: true },
    { head: "hits", cell: ({ counts }) => `${counts.hits}`, isNumber: true },
    isWide && { head: "retries", cell: ({ counts }) => `${counts.retries}`, isNumber: true },
    { head: "bytes", cell: ({ counts }) => renderBytes(counts.bytes), isNumber: true },
    { head: "state", cell: (row) => describeState(row, paint) },
  ];
  return columns.filter((column) => column !== false);
}

/** Gives the share that each row drew; the fallback is no part of the draw. */
function findShares(rows: readonly Row[]): (number | undefined)[] {
  const drawn = drawnShares(rows.filter(({ player }) => player.weight !== undefined).map(({ counts }) => counts));
  return rows.map(({ player }) => (player.weight === undefined ? undefined : drawn.shift()));
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid"].flatMap((place) => ["", "-mid", "-left", "-right"].map((end) => [place + end, ""])),
);

/** Renders the mirrors as a table that fits the width; the fallback, which has no weight, is a row like the others. */
export function renderTable(rows: readonly Row[], { width, paint }: TableOptions): string {
  const isWide = width >= WIDE;
  const room = Math.max(width - (isWide ? OTHER_COLUMNS.wide : OTHER_COLUMNS.narrow), LEAST_HOST);
  const columns = listColumns(room, isWide, paint);
  const shares = findShares(rows);
  const table = new Table({
    head: columns.map(({ head }) => paint("bold", head)),
    colAligns: columns.map(({ isNumber }) => (isNumber ? "right" : "left")),
    chars: {
      ...NO_LINES,
      left: "",
      "left-mid": "",
      right: "",
      "right-mid": "",
      "mid-mid": "",
      middle: isWide ? "  " : " ",
    },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row, index) => columns.map(({ cell }) => cell(row, shares[index]))));
  return table.toString().replace(/ +$/gm, "");
}
