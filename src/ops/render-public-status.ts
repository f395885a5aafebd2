import type { Status } from "./status.ts";

/** Renders what everyone may see of the status: how many clients each mirror has, which balancing remembers, stays with the maintainers. */
export function renderPublicStatus(status: Status | undefined): string {
  return `${JSON.stringify({ ...(status ?? { version: 1, mirrors: [] }), balance: undefined })}\n`;
}
