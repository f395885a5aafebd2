import type { Problem } from "../../core/problem.ts";
import { checkStatus } from "../../ops/check-status.ts";
import { type StatusUpdate, updateStatus } from "../../ops/hysteresis.ts";
import type { Status } from "../../ops/status.ts";
import type { Host } from "../host.ts";
import { withLock } from "./with-lock.ts";

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

/**
 * Joins findings with the status that stands in the file at that moment, shows the change, and replaces the file. A lock keeps two
 * programs from losing each other's findings; a kill leaves the old file or the new one.
 */
export function saveStatus(
  file: string,
  update: StatusUpdate,
  { host, onChange }: { readonly host: Host; readonly onChange: (before: Status | undefined, after: Status) => void },
): Promise<Saving> {
  return withLock(file, async () => {
    const { before, problems } = await readNow(file, host);
    if (problems.length > 0) return { problems };
    const after = updateStatus(before, update);
    onChange(before, after);
    await host.writeFile(file, `${JSON.stringify(after, undefined, 2)}\n`);
    return { before, after };
  });
}
