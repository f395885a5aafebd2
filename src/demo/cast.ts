import type { Mirror } from "../core/index.ts";

/** How a stand-in behaves: well, throttled, cutting every connection, or without the release file. */
export type Behaviour = "up" | "slow" | "down" | "empty";

/** What the second, third and fourth of the mirrors that can be drawn play. */
const PARTS: readonly Behaviour[] = ["up", "down", "slow", "empty"];

/**
 * Gives each mirror's part, in the order given: of those with a weight the second is down, the third slow, the fourth without
 * the file; all others are up. The same pool is cast the same way every time, and the first always works.
 */
export function castBehaviours(mirrors: readonly Mirror[]): Behaviour[] {
  const drawable = mirrors.filter(({ weight }) => weight > 0);
  return mirrors.map((mirror) => PARTS[drawable.indexOf(mirror)] ?? "up");
}
