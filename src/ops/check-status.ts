import type { ErrorObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { checkSchema, type Formats, type Words } from "./check-schema.ts";
import { keepRight, type Readable } from "./keep-right.ts";
import { readJson } from "./read-json.ts";
import { wordFault } from "./schema-words.ts";
import { STATUS_SCHEMA } from "./schemas.generated.ts";
import type { Status } from "./status.ts";

/** What came of a strict check: the status when nothing is wrong, else everything that is. */
export interface StatusCheck {
  readonly status: Status | undefined;
  readonly problems: Problem[];
}

/** What came of reading a status: it itself when its shape is right, and what can be read of it where it is not. */
export interface StatusShapeCheck extends StatusCheck {
  readonly readable: Readable<Status> | undefined;
}

const CURE = 'bring back its last good version, or remove the file and run "fairmirror probe --write"';

const FORMATS: Formats = {};

/** Nobody writes into this file by hand, so that no other value is a cure. */
function wordError(error: ErrorObject): Words {
  return { ...wordFault(error, error.instancePath.slice(error.instancePath.lastIndexOf("/") + 1)), cure: CURE };
}

/** Checks the text of `status.json`. It is the program's own: what is wrong there was cut off, or written by hand. */
export function checkStatus(text: string, { file }: { readonly file: string }): StatusShapeCheck {
  const { value, problems: faults } = readJson(text, file);
  if (value === undefined) return { status: undefined, readable: undefined, problems: faults };
  const check = { schema: STATUS_SCHEMA, file, formats: FORMATS, wording: wordError };
  const problems = [...faults, ...checkSchema(value, check)];
  const status = problems.length > 0 ? undefined : (value as Status);
  return { status, readable: keepRight<Status>(value, problems), problems };
}
