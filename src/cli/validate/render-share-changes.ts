import Table from "cli-table3";
import type { ShareChange } from "../../ops/diff-shares.ts";

/** What the columns of numbers take, with the gaps between them, in characters. */
const NUMBER_COLUMNS = 3 * 10;

/** The least that an address is wrapped to, in characters. */
const LEAST_ADDRESS = 10;

/** No frame, two spaces between columns. */
const PLAIN = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`, `${side === "mid" ? "left" : side}-mid`].map((name) => [
      name,
      "",
    ]),
  ),
);

function renderPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function renderChange(change: number): string {
  const points = (change * 100).toFixed(1);
  if (Number(points) === 0) return "=";
  return change > 0 ? `+${points}` : points.replace("-", "−");
}

/** Renders what a change does to the shares as a table that fits the width; shares in percent, changes in percentage points. */
export function renderShareChanges(changes: readonly ShareChange[], width: number): string {
  const longest = Math.max(...changes.map(({ url_prefix }) => url_prefix.length), "mirror".length);
  const address = Math.min(longest, Math.max(width - NUMBER_COLUMNS, LEAST_ADDRESS));
  const table = new Table({
    head: ["mirror", "before", "after", "change"],
    chars: { ...PLAIN, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: ["left", "right", "right", "right"],
    colWidths: [address, 8, 8, 8],
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  for (const { url_prefix, before, after, change } of changes) {
    const cells = [
      before === undefined ? "added" : renderPercent(before),
      after === undefined ? "removed" : renderPercent(after),
    ];
    table.push([url_prefix, ...cells, renderChange(change)]);
  }
  return `${table.toString().replaceAll(/ +$/gm, "")}\n`;
}
