import { showValue } from "../core/show-value.ts";
import { findNearest } from "./find-nearest.ts";
import { wordForm } from "./form-words.ts";
import { type SchemaFault, wordRange, wordType, type Words } from "./type-words.ts";

function wordEnum({ schema, data }: SchemaFault): Words {
  const known = (schema as unknown[]).map((value) => showValue(value));
  const message = `must be one of ${known.join(", ")}, got ${showValue(data)}`;
  const near = typeof data === "string" ? findNearest(data, schema as string[]) : undefined;
  return { code: "bad-enum", message, cure: near === undefined ? "write one of these" : `write ${showValue(near)}` };
}

function wordKey({ params, parentSchema, data }: SchemaFault): Words {
  const { additionalProperty: key = "" } = params as { additionalProperty?: string };
  const known = Object.keys((parentSchema?.["properties"] ?? {}) as object);
  // What stands there already was not meant once more.
  const near = findNearest(
    key,
    known.filter((other) => !Object.hasOwn(data as object, other)),
  );
  const message = `must be a key that the format knows, got ${showValue(key)}`;
  const cure = near === undefined ? "correct its spelling, or remove it" : `write ${showValue(near)}, or remove it`;
  return { code: "unknown-key", message, cure };
}

function wordMissing({ params }: SchemaFault): Words {
  const { missingProperty = "" } = params as { missingProperty?: string };
  return { code: "missing-key", message: "must be there, got nothing", cure: `add ${showValue(missingProperty)}` };
}

function wordShort({ schema, data }: SchemaFault): Words {
  const least = schema === 1 ? "1 character" : `${showValue(schema)} characters`;
  const message = `must be a text of at least ${least}, got ${showValue(data)}`;
  return { code: "bad-minlength", message, cure: "write something, or remove the key" };
}

function wordLong({ schema, data }: SchemaFault): Words {
  // As JSON Schema counts: whole characters, not their halves.
  const length = Array.from(data as string).length;
  const message = `must be a text of at most ${showValue(schema)} characters, got ${length}: ${showValue(data)}`;
  return { code: "bad-maxlength", message, cure: `shorten it by ${length - (schema as number)}` };
}

function wordFew({ schema, data }: SchemaFault): Words {
  const message = `must be a list of at least ${showValue(schema)}, got one of ${(data as unknown[]).length}`;
  return { code: "bad-minitems", message, cure: "add an item" };
}

function wordMany({ schema, data }: SchemaFault): Words {
  const count = (data as unknown[]).length;
  const message = `must be a list of at most ${showValue(schema)}, got one of ${count}`;
  return { code: "bad-maxitems", message, cure: `remove ${count - (schema as number)}` };
}

/** The words for each rule that a schema can refuse by, by its name in JSON Schema. */
const KEYWORD_WORDS: Readonly<Record<string, (fault: SchemaFault, field: string) => Words>> = {
  type: wordType,
  minimum: wordRange,
  maximum: wordRange,
  enum: wordEnum,
  additionalProperties: wordKey,
  required: wordMissing,
  minLength: wordShort,
  maxLength: wordLong,
  minItems: wordFew,
  maxItems: wordMany,
  pattern: ({ data, parentSchema }, field) => wordForm(field, data, parentSchema?.["description"]),
  format: ({ data, parentSchema }, field) => wordForm(field, data, parentSchema?.["description"]),
};

/** Words what a schema refused for maintainers: what was expected, what came, and the cure. `field` is the last part of the place. */
export function wordFault(fault: SchemaFault, field: string): Words {
  const word = KEYWORD_WORDS[fault.keyword];
  if (word) return word(fault, field);
  const message = `must fit the rule "${fault.keyword}" of the schema, got ${showValue(fault.data)}`;
  return { code: `bad-${fault.keyword.toLowerCase()}`, message, cure: "compare it with the schema" };
}
