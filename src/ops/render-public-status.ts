import type { Status } from "./status.ts";

/** Renders what everyone may see of the status: what balancing remembers, such as how many clients each mirror has, stays with the maintainers. */
export function renderPublicStatus(status: Status | undefined): string {
  return `${JSON.stringify({ ...(status ?? { version: 1, mirrors: [] }), balance: undefined, weight_step: undefined })}\n`;
}
