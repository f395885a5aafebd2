import type { Problem } from "../core/problem.ts";
import { checkSchema } from "./check-schema.ts";
import { readJson } from "./read-json.ts";
import { STATUS_SCHEMA } from "./schemas.generated.ts";
import type { Status } from "./status.ts";

/** What came of a strict check: the status when nothing is wrong, else everything that is. */
export interface StatusCheck {
  readonly status: Status | undefined;
  readonly problems: Problem[];
}

/** Checks the text of `status.json`. It is the program's own: what is wrong there was cut off, or written by hand. */
export function checkStatus(text: string, { file }: { readonly file: string }): StatusCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { status: undefined, problems };
  const faults = checkSchema(value, { schema: STATUS_SCHEMA, file, formats: {}, wording: () => undefined });
  return { status: faults.length > 0 ? undefined : (value as Status), problems: faults };
}
