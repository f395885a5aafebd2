import { fitColumns } from "../fit-columns.ts";
import { nameMirrors } from "../name-mirrors.ts";
import { type TableOptions, renderPercent } from "../simulate-table.ts";
import type { BalancePlan, PlannedMirror } from "./balance-plan.ts";

type Column = readonly [string, (mirror: PlannedMirror) => string];

const LOAD_COLUMNS: readonly Column[] = [
  ["clients", ({ clients }) => String(clients ?? "-")],
  ["fair", ({ fair_share }) => String(fair_share ?? "-")],
  ["move", ({ shed }) => String(shed)],
];

const SHARE_COLUMNS: readonly Column[] = [
  ["share", ({ share_before }) => renderPercent(share_before)],
  ["then", ({ share_after }) => renderPercent(share_after)],
];

/** Renders a plan as a table: for each mirror its clients where they were counted, its share before and after, and why. */
export function renderPlan({ mirrors }: BalancePlan, { width, paintHead }: TableOptions): string {
  const isCounted = mirrors.some(({ clients }) => clients !== null);
  const columns = [...(isCounted ? LOAD_COLUMNS : []), ...SHARE_COLUMNS];
  const names = nameMirrors(mirrors.map(({ url_prefix }) => url_prefix));
  const rows = mirrors.map((mirror, index) => [
    names[index] ?? "",
    ...columns.map(([, render]) => render(mirror)),
    mirror.reason,
  ]);
  return fitColumns(["mirror", ...columns.map(([head]) => head), "why"], rows, {
    alignments: ["left", ...columns.map(() => "right" as const), "left"],
    width,
    paintHead,
  });
}
