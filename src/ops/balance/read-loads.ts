import { type CsvError, parse } from "csv-parse/sync";
import type { SchemaObject } from "ajv";
import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { checkEncoding } from "../check-encoding.ts";
import { checkSchema } from "../check-schema.ts";
import { readJson } from "../read-json.ts";

/** How many clients a mirror has, as somebody counted. */
export interface LoadRow {
  readonly url_prefix: string;
  readonly clients: number;
}

/** What came of reading a table of loads: its rows when nothing is wrong, else everything that is. */
export interface LoadsReading {
  readonly rows: readonly LoadRow[] | undefined;
  readonly problems: readonly Problem[];
}

const COLUMNS = ["url_prefix", "clients"] as const;

/** More than any count that is meant. */
const MOST_CLIENTS = 1_000_000_000;

const SCHEMA: SchemaObject = {
  type: "array",
  maxItems: 10_000,
  items: {
    type: "object",
    required: [...COLUMNS],
    properties: {
      url_prefix: { type: "string", minLength: 1, maxLength: 2000 },
      clients: { type: "integer", minimum: 0, maximum: MOST_CLIENTS },
    },
  },
};

const CHECK = { schema: SCHEMA, formats: {}, wording: () => undefined };

/** Whole numbers become numbers; what is none stays a text, for the check to refuse. */
function castCell(text: string, column: string | number): unknown {
  return column === "clients" && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Reads a table whose first line names the columns; others than the two may be there. */
function readCsv(text: string, file: string): { readonly value: unknown; readonly problems: readonly Problem[] } {
  try {
    const cast = (cell: string, { column }: { readonly column: string | number }): unknown => castCell(cell, column);
    return { value: parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, cast }), problems: [] };
  } catch (error) {
    const { message: words, lines } = error as CsvError & { readonly lines?: number };
    const message = `must be CSV, got a fault in line ${lines ?? 1}: ${words.replace(/ at line \d+$/, "")}`;
    const cure = 'begin with the line "url_prefix,clients", and give each line below as many cells';
    return { value: undefined, problems: [{ code: "invalid-csv", file, pointer: "", message, cure }] };
  }
}

function findTwins(rows: readonly LoadRow[], file: string): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ url_prefix }, index) => {
    if (!seen.has(url_prefix)) return (seen.add(url_prefix), []);
    const message = `must be another mirror than those before, got ${showValue(url_prefix)} again`;
    const cure = "keep one row for each mirror, with all of its clients";
    return [{ code: "duplicate-load", file, pointer: `/${index}/url_prefix`, message, cure }];
  });
}

/**
 * Reads how many clients each mirror has: CSV with the columns `url_prefix` and `clients`, or JSON, a list of objects with these keys.
 * What begins with a bracket is JSON. Problems point to the row, counted from 0.
 */
export function readLoads(text: string, file: string): LoadsReading {
  const unread = checkEncoding(text, file);
  if (unread.length > 0) return { rows: undefined, problems: unread };
  const isJson = /^\s*[[{]/.test(text);
  const { value, problems } = isJson ? readJson(text, file) : readCsv(text, file);
  if (problems.length > 0) return { rows: undefined, problems };
  const faults = checkSchema(value, { ...CHECK, file });
  if (faults.length > 0) return { rows: undefined, problems: faults };
  const rows = value as readonly LoadRow[];
  const twins = findTwins(rows, file);
  return { rows: twins.length > 0 ? undefined : rows, problems: twins };
}
