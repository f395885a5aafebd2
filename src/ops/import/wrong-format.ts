import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./formats.ts";
import { isRecord } from "./json-record.ts";

const MAX_KEYS = 6;

function describeKeys(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "no keys";
  const shown = keys.slice(0, MAX_KEYS).map((key) => showValue(key));
  return [...shown, ...(keys.length > MAX_KEYS ? [`${keys.length - MAX_KEYS} more`] : [])].join(", ");
}

function describe(value: unknown): string {
  if (isRecord(value)) return `an object with ${describeKeys(value)}`;
  if (!Array.isArray(value)) return showValue(value);
  const first: unknown = value[0];
  return isRecord(first)
    ? `an array of objects with ${describeKeys(first)}`
    : `an array that begins with ${showValue(first)}`;
}

function holdsEntries(name: FormatName, value: unknown): boolean {
  return (FORMATS[name].readList(value)?.entries.length ?? 0) > 0;
}

/** Tells that a list is of another format than was said, which one was expected, what came, and which one it seems to be. */
export function tellWrongFormat(value: unknown, from: FormatName, file: string): Problem {
  const likely = FORMAT_NAMES.find((name) => name !== from && holdsEntries(name, value));
  const message = `must be ${FORMATS[from].expected}, as "--from ${from}" says, got ${describe(value)}`;
  const cure = likely ? `try "--from ${likely}"` : "check that it is the right file";
  return { code: "wrong-format", file, pointer: "", message, cure };
}
