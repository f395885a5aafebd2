import { compareWays, describeComparison } from "./compare-ways.ts";
import { type Measures, renderMeasures } from "./measures.ts";
import { pictureWay } from "./picture-way.ts";
import type { ScenarioResult } from "./run-scenario.ts";

/** One way as the page about balancing shows it. */
export interface ShownWay {
  readonly way: string;
  /** An SVG element, as text. */
  readonly picture: string;
  /** What each measure came to. */
  readonly cells: readonly string[];
  /** How ours did against it; empty for ours. */
  readonly comparison: string;
}

/** Shows the ways of a result, of which ours is the last, with measures for each; `id` begins the ids in the pictures. */
export function showWays(result: ScenarioResult, measures: readonly Measures[], id: string): ShownWay[] {
  const ours = measures.at(-1);
  return result.ways.flatMap((way, index) => {
    const own = measures[index];
    if (!own || !ours) return [];
    const comparison = own === ours ? "" : describeComparison(compareWays(ours, own));
    return { way: way.way, picture: pictureWay(result, way, `${id}-${index}`), cells: renderMeasures(own), comparison };
  });
}
