import type { Problem } from "../../core/problem.ts";
import type { Host } from "../host.ts";

/** The text that is in use; undefined where there is none yet, or where it cannot be read. */
export interface PreviousReading {
  readonly text?: string;
  readonly problem?: Problem;
}

/** Reads the text that a new one follows on, if a file is named. */
export async function readPrevious(
  file: string | undefined,
  host: Host,
  { mustBeThere = false } = {},
): Promise<PreviousReading> {
  if (file === undefined) return {};
  const reading = await host.readText(file);
  return "problem" in reading && reading.isMissing && !mustBeThere ? {} : reading;
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n"));
}

/** Finds that a file which is about to be replaced is none that this program made: by its first line, which all texts of a format share. */
export function checkOwnFile(file: string, old: string | undefined, text: string): Problem[] {
  if (old === undefined || firstLine(old) === firstLine(text)) return [];
  const message = "must be a file that this command made in the same format, or not there yet, got another file";
  const cure = 'name another file, or move this one away; "--previous FILE" goes on from its serial';
  return [{ code: "not-our-file", file, pointer: "", message, cure }];
}
