import { type CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";

/** What came of reading a text as CSV: an object for each row, or what is wrong. */
export interface TableReading {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Makes a value of a cell's text. */
export type CastCell = (text: string, column: string | number) => unknown;

interface HeadLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const FORM = { bom: true, trim: true, skip_empty_lines: true } as const;

/** Finds columns of one name: of two, the last would win, and nobody could tell. */
function findTwinColumns(text: string, file: string): Problem[] {
  const [head] = parse(text, { ...FORM, to: 1, info: true }) as unknown as HeadLine[];
  const { record = [], info } = head ?? {};
  return record.flatMap((name, index) => {
    const first = record.indexOf(name);
    if (first === index) return [];
    const place = `column ${index + 1} of line ${info?.lines ?? 1}`;
    const message = `must name each column once, got ${showValue(name)} in ${place}, as in column ${first + 1}`;
    const cure = `remove column ${index + 1}, or give it another name`;
    return [{ code: "duplicate-column", file, pointer: "", message, cure }];
  });
}

/** Reads a table whose first line names the columns. */
export function readTable(text: string, file: string, castCell: CastCell): TableReading {
  try {
    const problems = findTwinColumns(text, file);
    if (problems.length > 0) return { value: undefined, problems };
    const cast = (cell: string, { column }: { readonly column: string | number }): unknown => castCell(cell, column);
    return { value: parse(text, { ...FORM, columns: true, cast }), problems };
  } catch (error) {
    const { message: words, lines } = error as CsvError & { readonly lines?: number };
    const message = `must be CSV, got a fault in line ${lines ?? 1}: ${words.replace(/ at line \d+$/, "")}`;
    const cure = 'begin with the line "url_prefix,clients", and give each line below as many cells';
    return { value: undefined, problems: [{ code: "invalid-csv", file, pointer: "", message, cure }] };
  }
}
