import { styleText } from "node:util";
import { InvalidArgumentError } from "commander";
import { isOpenTo } from "../core/accept.ts";
import type { Mirror, Pool } from "../core/pool.ts";
import { findLeaving } from "../ops/find-leaving.ts";
import { renderProblem } from "../ops/render-problem.ts";
import { simulateDraws, type Simulation } from "../ops/simulate-draws.ts";
import { renderSimulationSvg } from "../ops/simulate-svg.ts";
import { renderSimulation } from "../ops/simulate-table.ts";
import { describeSimulation } from "../ops/simulate-words.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { parseWhole } from "./parse-whole.ts";
import { readList } from "./read-list.ts";
import { tellProblems } from "./tell-problems.ts";
import { writeOutput } from "./write-output.ts";

interface SimulateOptions extends CommonOptions {
  readonly visitors: number;
  readonly seed: string;
  readonly without: readonly string[];
  readonly svg?: string;
  readonly pool?: string;
  readonly dev: boolean;
}

function parseSvg(text: string): string {
  if (text.endsWith(".svg")) return text;
  throw new InvalidArgumentError('write a file name that ends in ".svg".');
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

async function simulate(options: SimulateOptions, host: Host): Promise<ExitCode> {
  const { list, problems } = await readList(options, host);
  if (!list) return tellProblems(problems, options, host);
  for (const problem of problems) host.tell(renderProblem(problem));
  const mirrors = findOpen(list, options.dev);
  const leaving = findLeaving(options.without, mirrors);
  if (leaving.problems.length > 0) return tellProblems(leaving.problems, options, host);
  const simulation = simulateDraws(mirrors, { ...options, without: leaving.prefixes });
  const fault = options.svg && (await writeOutput(options.svg, renderSimulationSvg(simulation), host));
  if (fault) return tellProblems([fault], options, host);
  showSimulation(simulation, options, host);
  if (mirrors.length < list.mirrors.length)
    host.tell(`not drawn on an https site: ${list.mirrors.length - mirrors.length} on .onion names`);
  if (options.svg) host.tell(`wrote ${options.svg}`);
  return 0;
}

/** `simulate`: who would download from where, and who moves when a mirror leaves. */
export const addSimulate: AddCommand = (program, host) => {
  commonCommand(program, "simulate", "let visitors draw: the share each mirror is due, and the share it gets")
    .option("--visitors <n>", "how many sessions draw", parseWhole(1, 1_000_000), 10_000)
    .option("--seed <text>", "the same seed gives the same sessions", "1")
    .option("--without <prefix...>", "show what happens when these mirrors leave (by prefix or host)", [])
    .option("--svg <file>", "write the picture to a file too", parseSvg)
    .option("--pool <file>", "draw from a published list instead of the maintainers' folder")
    .option("--dev", "allow http on this machine, for trying things out", false)
    .action((options: SimulateOptions) => endWith(simulate(options, host)));
};
