import { Ajv, type ErrorObject, type SchemaObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { toPointer } from "./read-json.ts";
import { wordFault } from "./schema-words.ts";
import type { Words } from "./type-words.ts";

export type { Words } from "./type-words.ts";

/** How a checker words what a schema finds, where it can do so better; undefined leaves it to the schema, null says that nothing is wrong. */
export type Wording = (error: ErrorObject, value: unknown) => Words | null | undefined;

/** What the `format` names of a schema mean. */
export type Formats = Readonly<Record<string, (text: string) => boolean>>;

/** What a schema check needs to know. */
export interface SchemaCheck {
  /** Compiled once for each `formats` object: both should be constants. */
  readonly schema: SchemaObject;
  readonly file: string;
  readonly formats: Formats;
  readonly wording: Wording;
}

/**
 * The checker of each set of formats, which keeps what it compiled of each schema. It is a memory of results that are always
 * the same, so no call changes the answer of another, and it goes when the formats go.
 */
const CHECKERS = new WeakMap<Formats, Ajv>();

function findChecker(formats: Formats): Ajv {
  const known = CHECKERS.get(formats);
  const checker = known ?? new Ajv({ allErrors: true, verbose: true, formats: { ...formats } });
  if (!known) CHECKERS.set(formats, checker);
  return checker;
}

function toProblems(error: ErrorObject, { file, wording }: SchemaCheck): Problem[] {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const key = missingProperty ?? additionalProperty;
  const pointer = error.instancePath + (key === undefined ? "" : toPointer([key]));
  const value = key === undefined ? error.data : undefined;
  const words = wording({ ...error, instancePath: pointer }, value);
  const field = pointer.slice(pointer.lastIndexOf("/") + 1);
  return words === null ? [] : [{ file, pointer, ...(words ?? wordFault(error, field)) }];
}

/** Gives everything in a value that a schema refuses, one problem a place. */
export function checkSchema(value: unknown, check: SchemaCheck): Problem[] {
  const validate = findChecker(check.formats).compile(check.schema);
  validate(value);
  const problems = (validate.errors ?? []).flatMap((error) => toProblems(error, check));
  return [...new Map(problems.map((problem) => [problem.pointer, problem])).values()];
}
