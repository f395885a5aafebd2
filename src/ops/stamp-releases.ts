import type { Releases } from "../verify/releases.ts";
import { DAY_MS } from "./durations.ts";

/** Says in a list when it was made, and until when it is good where that is given, in days from now. */
export function stampReleases(
  { $schema, version, files }: Releases,
  { now, days }: { readonly now: Date; readonly days: number | undefined },
): Releases {
  const expires = days === undefined ? undefined : new Date(now.getTime() + days * DAY_MS).toISOString();
  const head = { ...($schema !== undefined && { $schema }), version, generated: now.toISOString() };
  return { ...head, ...(expires !== undefined && { expires }), files };
}
