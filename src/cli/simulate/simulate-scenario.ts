import { styleText } from "node:util";
import { checkScenario, type ScenarioCheck } from "../../ops/balance/check-scenario.ts";
import { describeScenario, renderScenario } from "../../ops/balance/render-scenario.ts";
import { runScenario, type ScenarioResult } from "../../balance/simulate/run-scenario.ts";
import { renderScenarioSvg } from "../../ops/balance/scenario-svg.ts";
import type { ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { tellProblems } from "../tell-problems.ts";
import { writeOutput } from "../write-output.ts";
import type { SimulateOptions } from "./simulate-pool.ts";

async function readScenario(file: string, host: Host): Promise<ScenarioCheck> {
  const reading = await host.readText(file);
  return "text" in reading ? checkScenario(reading.text, file) : { scenario: undefined, problems: [reading.problem] };
}

function showResult(result: ScenarioResult, { json }: SimulateOptions, host: Host): void {
  if (json) return host.out(`${JSON.stringify(result, undefined, 2)}\n`);
  const paintHead = (text: string): string => (host.hasColor ? styleText("bold", text) : text);
  host.out(`${renderScenario(result, { paintHead })}\n`);
  for (const line of describeScenario(result, { width: host.lineWidth })) host.tell(line);
}

/** Runs the ways of balancing over the clients of a scenario, and shows what came of each. */
export async function simulateScenario(file: string, options: SimulateOptions, host: Host): Promise<ExitCode> {
  const { scenario, problems } = await readScenario(file, host);
  if (!scenario) return tellProblems(problems, options, host);
  const result = runScenario({ ...scenario, ...(options.seed !== undefined && { seed: options.seed }) });
  const fault = options.svg && (await writeOutput(options.svg, renderScenarioSvg(result), host));
  if (fault) return tellProblems([fault], options, host);
  showResult(result, options, host);
  if (options.svg) host.tell(`wrote ${options.svg}`);
  return 0;
}
