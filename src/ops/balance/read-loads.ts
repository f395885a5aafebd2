import type { SchemaObject } from "ajv";
import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { checkEncoding } from "../check-encoding.ts";
import { checkSchema } from "../check-schema.ts";
import { readJson } from "../read-json.ts";
import { isUtcTime } from "../../verify/is-utc-time.ts";
import { readTable } from "./read-table.ts";

/** How many clients a mirror has, as somebody counted. */
export interface LoadRow {
  readonly url_prefix: string;
  readonly clients: number;
  /** When they were counted (ISO 8601, UTC); absent where the table does not tell. */
  readonly time?: string;
}

/** What came of reading a table of loads: its rows when nothing is wrong, else everything that is. */
export interface LoadsReading {
  readonly rows: readonly LoadRow[] | undefined;
  /** When the clients were counted that were counted first, in milliseconds since 1970; absent where no row tells. */
  readonly counted?: number;
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
      time: { type: "string", format: "utc-time" },
    },
  },
};

const CHECK = { schema: SCHEMA, formats: { "utc-time": isUtcTime }, wording: () => undefined };

/** Whole numbers become numbers; what is none stays a text, for the check to refuse. */
function castCell(text: string, column: string | number): unknown {
  return column === "clients" && /^\d{1,15}$/.test(text) ? Number(text) : text;
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

function findFirst(rows: readonly LoadRow[]): number | undefined {
  const times = rows.flatMap(({ time }) => (time === undefined ? [] : [Date.parse(time)]));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Reads how many clients each mirror has: CSV with the columns `url_prefix` and `clients`, or JSON, a list of objects with these keys;
 * `time`, and whatever else, may be there too. What begins with a bracket is JSON. Problems point to the row, counted from 0.
 */
export function readLoads(text: string, file: string): LoadsReading {
  const unread = checkEncoding(text, file);
  if (unread.length > 0) return { rows: undefined, problems: unread };
  const isJson = /^\s*[[{]/.test(text);
  const { value, problems } = isJson ? readJson(text, file) : readTable(text, file, castCell);
  if (problems.length > 0) return { rows: undefined, problems };
  const faults = checkSchema(value, { ...CHECK, file });
  if (faults.length > 0) return { rows: undefined, problems: faults };
  const rows = value as readonly LoadRow[];
  const twins = findTwins(rows, file);
  if (twins.length > 0) return { rows: undefined, problems: twins };
  const counted = findFirst(rows);
  return { rows, problems: [], ...(counted !== undefined && { counted }) };
}
