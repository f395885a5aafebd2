import type { ErrorObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";

/** A problem without its place. */
export type Words = Pick<Problem, "code" | "message" | "cure">;

/** What a schema refused: the rule that was broken, what the rule stands in, and the value. */
export type SchemaFault = Pick<ErrorObject, "keyword" | "params" | "schema" | "parentSchema" | "data">;

/** What a schema says of a number, or of any value's type. */
interface Limits {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function describe({ type = "", minimum, maximum }: Limits): string {
  const kind = TYPES[type] ?? "another value";
  if (minimum !== undefined && minimum === maximum) return String(minimum);
  if (minimum !== undefined && maximum !== undefined) return `${kind} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${kind} of at least ${minimum}`;
  return maximum === undefined ? kind : `${kind} of at most ${maximum}`;
}

function toNumber(text: string, { type, minimum = -Infinity, maximum = Infinity }: Limits): number | undefined {
  const number = text.trim() === "" ? NaN : Number(text);
  const isKind = type === "integer" ? Number.isSafeInteger(number) : Number.isFinite(number);
  return isKind && number >= minimum && number <= maximum ? number : undefined;
}

/** Gives the value in the type that it should have, where it is plain what was meant. */
function convert(value: unknown, limits: Limits): unknown {
  const { type } = limits;
  if (type === "string") return typeof value === "number" ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  if (type === "array") return [value];
  if (type === "boolean") return { true: true, false: false }[value.trim().toLowerCase()];
  return type === "integer" || type === "number" ? toNumber(value, limits) : undefined;
}

/** Words that a value is of the wrong type; the cure is the same value in the right one, where there is such. */
export function wordType({ data, parentSchema = {} }: SchemaFault): Words {
  const kind = describe(parentSchema as Limits);
  const meant = convert(data, parentSchema as Limits);
  const cure = `write ${meant === undefined ? kind : showValue(meant)}`;
  return { code: "wrong-type", message: `must be ${kind}, got ${showValue(data)}`, cure };
}

/** Words that a number is too small or too large. */
export function wordRange({ keyword, data, parentSchema = {} }: SchemaFault): Words {
  const range = describe(parentSchema as Limits);
  return { code: `bad-${keyword}`, message: `must be ${range}, got ${showValue(data)}`, cure: `write ${range}` };
}
