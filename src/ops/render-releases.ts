import type { Releases } from "../verify/releases.ts";

/** Renders the text of `releases.json`. */
export function renderReleases(releases: Releases): string {
  return `${JSON.stringify(releases, undefined, 2)}\n`;
}
