import { InvalidArgumentError, Option } from "commander";
import { type AddCommand, commonCommand, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { parseWhole } from "../parse-whole.ts";
import { simulatePool, type SimulateOptions } from "./simulate-pool.ts";
import { simulateScenario } from "./simulate-scenario.ts";

function parseSvg(text: string): string {
  if (text.endsWith(".svg")) return text;
  throw new InvalidArgumentError('write a file name that ends in ".svg".');
}

function simulate(options: SimulateOptions, host: Host): Promise<ExitCode> {
  const { scenario } = options;
  return scenario === undefined ? simulatePool(options, host) : simulateScenario(scenario, options, host);
}

/** `simulate`: who would download from where, who moves when a mirror leaves, and how ways of balancing compare. */
export const addSimulate: AddCommand = (program, host) => {
  const scenario = new Option("--scenario <file>", "compare ways of balancing over the clients of a scenario instead");
  commonCommand(program, "simulate", "let visitors draw: the share each mirror is due, and the share it gets")
    .option("--visitors <n>", "how many sessions draw", parseWhole(1, 1_000_000), 10_000)
    .option("--seed <text>", 'the same seed gives the same sessions (default: "1", or the scenario\'s own)')
    .option("--without <prefix...>", "show what happens when these mirrors leave (by prefix or host)", [])
    .option("--svg <file>", "write the picture to a file too", parseSvg)
    .option("--pool <file>", "draw from a published list instead of the maintainers' folder")
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addOption(scenario.conflicts(["visitors", "without", "pool", "dev"]))
    .action((options: SimulateOptions) => endWith(simulate(options, host)));
};
