import { styleText } from "node:util";
import { isOpenTo } from "../../core/accept.ts";
import type { Mirror, Pool } from "../../core/pool.ts";
import { findLeaving } from "../../ops/find-leaving.ts";
import { renderProblem } from "../../ops/render-problem.ts";
import { simulateDraws, type Simulation } from "../../ops/simulate-draws.ts";
import { renderSimulationSvg } from "../../ops/simulate-svg.ts";
import { renderSimulation } from "../../ops/simulate-table.ts";
import { describeSimulation } from "../../ops/simulate-words.ts";
import type { CommonOptions, ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { readList } from "../read-list.ts";
import { tellProblems } from "../tell-problems.ts";
import { writeOutput } from "../write-output.ts";

/** What `simulate` is told. */
export interface SimulateOptions extends CommonOptions {
  readonly visitors: number;
  /** "1" where none is named and no scenario brings its own. */
  readonly seed?: string;
  readonly without: readonly string[];
  readonly svg?: string;
  readonly pool?: string;
  readonly dev: boolean;
  readonly scenario?: string;
}

/** Gives the mirrors that the site's visitors are led to: those on .onion names serve an .onion site only. */
function findOpen({ mirrors, fallback_prefix }: Pool, dev: boolean): readonly Mirror[] {
  const protocol = fallback_prefix ? new URL(fallback_prefix).protocol : dev ? "http:" : "https:";
  return mirrors.filter((mirror) => isOpenTo(mirror, protocol) && mirror.weight > 0);
}

function showSimulation(simulation: Simulation, { json }: SimulateOptions, host: Host): void {
  if (json) return host.out(`${JSON.stringify(simulation, undefined, 2)}\n`);
  const paintHead = (text: string): string => (host.hasColor ? styleText("bold", text) : text);
  host.out(`${renderSimulation(simulation, { width: host.columns, paintHead })}\n`);
  for (const line of describeSimulation(simulation, { width: host.lineWidth })) host.tell(line);
}

/** Lets sessions draw from the pool, and shows who would download from where. */
export async function simulatePool(options: SimulateOptions, host: Host): Promise<ExitCode> {
  const { list, problems } = await readList(options, host);
  if (!list) return tellProblems(problems, options, host);
  for (const problem of problems) host.tell(renderProblem(problem));
  const mirrors = findOpen(list, options.dev);
  const leaving = findLeaving(options.without, mirrors);
  if (leaving.problems.length > 0) return tellProblems(leaving.problems, options, host);
  const simulation = simulateDraws(mirrors, { seed: "1", ...options, without: leaving.prefixes });
  const fault = options.svg && (await writeOutput(options.svg, renderSimulationSvg(simulation), host));
  if (fault) return tellProblems([fault], options, host);
  showSimulation(simulation, options, host);
  if (mirrors.length < list.mirrors.length)
    host.tell(`not drawn on an https site: ${list.mirrors.length - mirrors.length} on .onion names`);
  if (options.svg) host.tell(`wrote ${options.svg}`);
  return 0;
}
