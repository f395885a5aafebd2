import type { Problem } from "../../core/problem.ts";
import { checkStatus } from "../../ops/check-status.ts";
import { type StatusUpdate, updateStatus } from "../../ops/hysteresis.ts";
import type { Status } from "../../ops/status.ts";
import type { Host } from "../host.ts";
import { writeOutput } from "../write-output.ts";
import { withLock } from "../lock/with-lock.ts";

/** What came of saving: the status before and after, or why it was left alone. */
export type Saving =
  { readonly before: Status | undefined; readonly after: Status } | { readonly problems: readonly Problem[] };

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

interface SaveOptions {
  readonly host: Host;
  readonly onChange: (before: Status | undefined, after: Status) => void;
}

async function joinFindings(
  file: string,
  update: StatusUpdate,
  { host, onChange, findLoss }: SaveOptions & { readonly findLoss: () => Promise<Problem | undefined> },
): Promise<Saving> {
  const { before, problems } = await readNow(file, host);
  if (problems.length > 0) return { problems };
  const after = updateStatus(before, update);
  onChange(before, after);
  const text = `${JSON.stringify(after, undefined, 2)}\n`;
  const fault = (await findLoss()) ?? (await writeOutput(file, text, host));
  return fault ? { problems: [fault] } : { before, after };
}

/**
 * Joins findings with the status that stands in the file at that moment, shows the change, and replaces the file. A lock keeps two
 * programs from losing each other's findings; a kill leaves the old file or the new one.
 */
export async function saveStatus(file: string, update: StatusUpdate, options: SaveOptions): Promise<Saving> {
  const outcome = await withLock(file, (findLoss) => joinFindings(file, update, { ...options, findLoss }));
  return "problem" in outcome ? { problems: [outcome.problem] } : outcome.value;
}
