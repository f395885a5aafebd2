import type { Problem } from "../core/problem.ts";
import { checkStatus } from "../ops/check-status.ts";
import type { Status } from "../ops/status.ts";
import type { Host } from "./host.ts";
import { withLock } from "./lock/with-lock.ts";
import { writeOutput } from "./write-output.ts";

/** What came of a change: the status before and after, or why it was left alone. */
export type StatusChanging =
  { readonly before: Status | undefined; readonly after: Status } | { readonly problems: readonly Problem[] };

/** How the status is changed. */
export interface StatusChanger {
  readonly host: Host;
  /** Makes the new status out of the one that stands in the file at that moment, or tells why not. */
  readonly change: (before: Status | undefined) => Status | { readonly problems: readonly Problem[] };
  /** Shows the change, before it is made. */
  readonly onChange: (before: Status | undefined, after: Status) => void;
}

/** Reads the status as it stands now; one that is not there yet is no problem, one that cannot be read must not be lost. */
async function readNow(
  file: string,
  host: Host,
): Promise<{ before: Status | undefined; problems: readonly Problem[] }> {
  const reading = await host.readText(file, { mustBeFile: true });
  if ("text" in reading) {
    const { status, problems } = checkStatus(reading.text, { file });
    return { before: status, problems };
  }
  return { before: undefined, problems: reading.isMissing ? [] : [reading.problem] };
}

async function changeNow(
  file: string,
  { host, change, onChange }: StatusChanger,
  findLoss: () => Promise<Problem | undefined>,
): Promise<StatusChanging> {
  const { before, problems } = await readNow(file, host);
  if (problems.length > 0) return { problems };
  const after = change(before);
  if ("problems" in after) return after;
  onChange(before, after);
  const text = `${JSON.stringify(after, undefined, 2)}\n`;
  const fault = (await findLoss()) ?? (await writeOutput(file, text, host));
  return fault ? { problems: [fault] } : { before, after };
}

/**
 * Changes the status that stands in the file at that moment, shows the change, and replaces the file. A lock keeps two programs from
 * losing each other's work; a kill leaves the old file or the new one.
 */
export async function changeStatus(file: string, changer: StatusChanger): Promise<StatusChanging> {
  const outcome = await withLock(file, (findLoss) => changeNow(file, changer, findLoss));
  return "problem" in outcome ? { problems: [outcome.problem] } : outcome.value;
}
