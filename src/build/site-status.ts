import { expectedShares, hasPath, isOpenTo } from "../core/index.ts";
import { FLOOR_DIVISOR, judgeMirrors, shareLeft } from "../ops/judge-mirrors.ts";
import { findAges, type PageAges } from "./site-due.ts";
import { HISTORY_SIZE } from "./site-history.ts";
import { makeStatusRow, type State, STATE_WORDS, type StatusInputs, type StatusRow } from "./site-status-row.ts";
import { showTime } from "./site-time.ts";

/** What the status page shows. */
export interface StatusPage extends PageAges {
  readonly rows: readonly StatusRow[];
  readonly probed: string;
  readonly vantagePoints: string;
  readonly counts: readonly { readonly word: string; readonly shape: string; readonly count: number }[];
  readonly drawn: number;
  /** How many of those that the last check found failing are drawn all the same. */
  readonly stillDrawn: number;
  /** Whether so many failed that the check itself is in doubt, and nobody is left out for it (the floor). */
  readonly failedOpen: boolean;
  readonly size: typeof HISTORY_SIZE;
}

/** Tells whether a mirror that the last check found failing is drawn: there is a floor, or the list is older than the check. */
function isDrawnThoughFailing({ state, percent, url_prefix }: StatusRow, { status, path }: StatusInputs): boolean {
  const known = status?.mirrors.find((other) => other.url_prefix === url_prefix);
  const fails = state === "down" || state === "wrong" || (state === "outdated" && known?.lacks.includes(path));
  return Boolean(fails) && percent > 0;
}

function hasFailedOpen({ mirrors, status }: StatusInputs): boolean {
  return mirrors.some(({ weight }) => weight > 0) && shareLeft(judgeMirrors(mirrors, status)) * FLOOR_DIVISOR < 1;
}

/** Gives what the status page shows: every mirror of the pool, what is thought of it, and the totals. */
export function statusPage(inputs: StatusInputs): StatusPage {
  const { mirrors, list, status, protocol, path } = inputs;
  const open = list.mirrors.filter((mirror) => isOpenTo(mirror, protocol) && hasPath(mirror, path));
  const shares = expectedShares(open);
  const drawn = new Map(open.map(({ url_prefix }, index) => [url_prefix, shares[index] ?? 0]));
  const rows = mirrors.map((mirror) => makeStatusRow(mirror, drawn.get(mirror.url_prefix) ?? 0, inputs));
  const counts = Object.entries(STATE_WORDS).map(([state, [word, shape]]) => ({
    word,
    shape,
    count: rows.filter((row) => row.state === (state as State)).length,
  }));
  return {
    rows,
    probed: showTime(status?.probed),
    vantagePoints: status?.vantage_points?.join(", ") ?? "",
    ...findAges(inputs),
    counts: counts.filter(({ count }) => count > 0),
    drawn: drawn.size,
    stillDrawn: rows.filter((row) => isDrawnThoughFailing(row, inputs)).length,
    failedOpen: hasFailedOpen(inputs),
    size: HISTORY_SIZE,
  };
}
