import { renderPercent } from "./simulate-table.ts";
import { wrapText } from "./wrap-text.ts";
import type { SimulatedMirror, Simulation } from "./simulate-draws.ts";

/** How many standard deviations chance alone explains: one mirror in 16,000 lies beyond. */
const DEVIATIONS = 4;

function isFurther(one: SimulatedMirror, other: SimulatedMirror): boolean {
  return Math.abs(one.drawn - one.expected) > Math.abs(other.drawn - other.expected);
}

function describeFurthest({ visitors, mirrors }: Simulation): string {
  const furthest = mirrors.reduce((one, other) => (isFurther(other, one) ? other : one));
  const { url_prefix, expected, drawn } = furthest;
  const bound = DEVIATIONS * Math.sqrt((expected * (1 - expected)) / visitors);
  const points = [Math.abs(drawn - expected), bound].map((share) => (share * 100).toFixed(2));
  return `furthest from its share: ${url_prefix}, by ${points[0] ?? ""} points; chance alone explains up to ${points[1] ?? ""}`;
}

function describeMoves({ visitors, moved }: Simulation): string[] {
  if (!moved) return [];
  const others = moved.sessions - moved.from_left;
  const rest =
    others === 0
      ? "all of them from who left; the others keep their mirror"
      : `${others} of them from mirrors that stay`;
  return [`${moved.sessions} of ${visitors} sessions move (${renderPercent(moved.sessions / visitors)}), ${rest}`];
}

/** Tells what a simulation shows: each fact begins a line, and is broken where so many characters end. */
export function describeSimulation(simulation: Simulation, { width = Infinity } = {}): string[] {
  const { visitors, seed } = simulation;
  const facts = [
    `${visitors} sessions drew, seed "${seed}"`,
    describeFurthest(simulation),
    ...describeMoves(simulation),
  ];
  return facts.flatMap((fact) => wrapText(fact, Math.min(width, fact.length)));
}
