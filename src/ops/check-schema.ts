import { Ajv, type ErrorObject, type SchemaObject } from "ajv";
import type { Problem } from "../core/problem.ts";

/** A problem without its place. */
export type Words = Pick<Problem, "code" | "message" | "cure">;

/** How a checker words what a schema finds, where it can do so better; undefined leaves it to the schema, null says that nothing is wrong. */
export type Wording = (error: ErrorObject, value: unknown) => Words | null | undefined;

/** What a schema check needs to know. */
export interface SchemaCheck {
  readonly schema: SchemaObject;
  readonly file: string;
  /** What the schema's `format` names mean. */
  readonly formats: Record<string, (text: string) => boolean>;
  readonly wording: Wording;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? "nothing" : text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function plainWording({ keyword, params, message = "must be different" }: ErrorObject, value: unknown): Words {
  const { missingProperty, additionalProperty, type } = params as Record<string, string>;
  switch (keyword) {
    case "required":
      return { code: "missing-key", message: "must be there, got nothing", cure: `add "${missingProperty}"` };
    case "additionalProperties":
      return {
        code: "unknown-key",
        message: `must be a key that the format knows, got "${additionalProperty}"`,
        cure: "correct its spelling, or remove it",
      };
    case "type":
      return { code: "wrong-type", message: `must be ${article(type ?? "value")}, got ${show(value)}` };
    default:
      return { code: `bad-${keyword.toLowerCase()}`, message: `${message}, got ${show(value)}` };
  }
}

function toProblems(error: ErrorObject, { file, wording }: SchemaCheck): Problem[] {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const key = missingProperty ?? additionalProperty;
  const pointer = error.instancePath + (key === undefined ? "" : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const value = key === undefined ? error.data : undefined;
  const words = wording({ ...error, instancePath: pointer }, value);
  return words === null ? [] : [{ file, pointer, ...(words ?? plainWording(error, value)) }];
}

/** Gives everything in a value that a schema refuses, one problem a place. */
export function checkSchema(value: unknown, check: SchemaCheck): Problem[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, formats: check.formats });
  const validate = ajv.compile(check.schema);
  validate(value);
  const problems = (validate.errors ?? []).flatMap((error) => toProblems(error, check));
  return [...new Map(problems.map((problem) => [problem.pointer, problem])).values()];
}
