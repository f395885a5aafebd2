import CliTable from "cli-table3";

/** Gives the middle of some numbers; NaN when there are none. */
export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** Renders a number with one digit after the point. */
export function renderTenths(value: number): string {
  return value.toFixed(1);
}

/** Renders how many times a number is another, such as "1.3x". */
export function renderRatio(value: number, base: number): string {
  return `${(value / base).toFixed(value / base < 10 ? 2 : 0)}x`;
}

/** Renders rows below their heads: words to the left in the first column, figures to the right in the others. */
export function renderFigures(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const colAligns = head.map((_, index) => (index === 0 ? "left" : "right"));
  const table = new CliTable({ head: [...head], colAligns, style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
