import type { Problem } from "../../core/problem.ts";
import { diffTexts } from "../../ops/diff-texts.ts";
import { checkOwnFile, readPrevious } from "../dns/read-previous.ts";
import type { Host } from "../host.ts";
import { writeOutput } from "../write-output.ts";

/** Where a configuration goes. */
export interface SaveOptions {
  readonly file: string;
  /** Whether the file is replaced; else the change is only shown. */
  readonly write: boolean;
}

/** What came of it: the change, empty when there is none, or why it cannot be made. */
export type Saving = { readonly diff: string } | { readonly problem: Problem };

/** Finds what changes between a configuration and the file it is for, and makes the change where it may. What somebody else wrote stays. */
export async function saveConfiguration(text: string, { file, write }: SaveOptions, host: Host): Promise<Saving> {
  const { text: old, problem: unread } = await readPrevious(file, host);
  if (unread) return { problem: unread };
  const [stranger] = checkOwnFile(file, old, text);
  if (stranger) return { problem: { ...stranger, cure: "name another file, or move this one away" } };
  const diff = diffTexts(old ?? "", text, file);
  const problem = write && diff !== "" ? await writeOutput(file, text, host) : undefined;
  return problem ? { problem } : { diff };
}
