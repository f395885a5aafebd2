import Table from "cli-table3";

/** What a table looks like. */
export interface ColumnOptions {
  readonly alignments: readonly ("left" | "right")[];
  /** Gives the head its look; plain text where there are no colours. */
  readonly paintHead: (text: string) => string;
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid", "left", "right"].flatMap((place) =>
    ["", "-mid", "-left", "-right"].map((end) => [place + end, ""]),
  ),
);

/** Renders rows in aligned columns without lines, each ending with its last character. */
export function renderColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { alignments, paintHead }: ColumnOptions,
): string {
  const table = new Table({
    head: head.map(paintHead),
    colAligns: [...alignments],
    chars: { ...NO_LINES, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString().replace(/ +$/gm, "");
}
