import type { Problem } from "../../core/problem.ts";
import { diffTexts } from "../../ops/diff-texts.ts";
import type { Host } from "../host.ts";
import { writeOutput } from "../write-output.ts";

/** What every configuration that the program made begins with. */
const MARK = '# Made by "fairmirror redirect';

/** Where a configuration goes. */
export interface SaveOptions {
  readonly file: string;
  /** Whether the file is replaced; else the change is only shown. */
  readonly write: boolean;
}

/** What came of it: the change, empty when there is none, or why it cannot be made. */
export type Saving = { readonly diff: string } | { readonly problem: Problem };

function refuseStranger(file: string): { readonly problem: Problem } {
  const message = "must be a file that this command made or not there yet, got another";
  return {
    problem: { code: "not-ours", file, pointer: "", message, cure: "name another file, or remove this one" },
  };
}

/** Finds what changes between a configuration and the file it is for, and makes the change where it may. What somebody else wrote stays. */
export async function saveConfiguration(text: string, { file, write }: SaveOptions, host: Host): Promise<Saving> {
  const reading = await host.readText(file);
  if ("problem" in reading && !reading.isMissing) return reading;
  const before = "text" in reading ? reading.text : "";
  if (before !== "" && !before.startsWith(MARK)) return refuseStranger(file);
  const diff = diffTexts(before, text, file);
  const problem = write && diff !== "" ? await writeOutput(file, text, host) : undefined;
  return problem ? { problem } : { diff };
}
