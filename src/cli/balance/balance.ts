import { type Command, InvalidArgumentError, Option } from "commander";
import { STEP_PERCENT } from "../../ops/balance/step-weights.ts";
import { type AddCommand, commonCommand, endWith } from "../command.ts";
import type { NamedLog } from "../logs/read-logs.ts";
import { parseWhole } from "../parse-whole.ts";
import { BALANCE_HELP } from "./balance-help.ts";
import type { BalanceOptions } from "./read-inputs.ts";
import { runBalance } from "./run-balance.ts";

/** Tells why options make no sense together. */
function findUsageFault({ from, loads, log, propose: isProposing, ...options }: BalanceOptions): string | undefined {
  if ([from, loads, log].filter((source) => source !== undefined).length !== 1)
    return 'name one of "--from capacity", "--loads FILE" and "--log MIRROR=FILE"';
  if (from !== undefined && options.watch) return '"--watch" needs "--loads" or "--log": only clients come and go';
  const hook = options.notify === undefined ? options.after && "--after" : "--notify";
  if (hook && !options.write) return `"${hook}" needs "--write": a dry run changes nothing`;
  return isProposing && from === undefined ? '"--propose" needs "--from capacity": clients come and go' : undefined;
}

function parseLog(text: string, before: readonly NamedLog[] = []): readonly NamedLog[] {
  const [, mirror, file] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (mirror === undefined || file === undefined)
    throw new InvalidArgumentError("write MIRROR=FILE, as in m1.example=access.log.");
  return [...before, { mirror, file }];
}

function addSources(command: Command): Command {
  return command
    .addOption(new Option("--from <source>", "follow what the probe measured").choices(["capacity"]))
    .option(
      "--loads <file>",
      "the clients of each mirror: CSV with the columns url_prefix,clients and, if you like, time; or the same as JSON",
    )
    .option("--log <mirror=file...>", "count them in access logs: combined or JSON lines, gzip too", parseLog)
    .option("--window <minutes>", "count clients over so long a time (60, with --watch 5)", parseWhole(1, 10_080));
}

function addEffects(command: Command): Command {
  return command
    .option("--step <percent>", "change a weight by so much a term at most", parseWhole(1, 100), STEP_PERCENT)
    .option("--propose", "print the change to mirrors.json too, for a maintainer to make", false)
    .option(
      "--watch",
      "begin a term every ten minutes and judge it, with the clients as counted then, until stopped",
      false,
    )
    .option("--after <program>", "call it after each run that wrote, with JSON on its standard input: let it publish")
    .option("--notify <program>", "call it when mirrors are found broken, with JSON on its standard input")
    .option("--write", "keep the effective weights in status.json; else only show them", false)
    .option("--dev", "allow http on this machine, for trying things out", false);
}

/** `balance`: effective weights from capacities or from counted clients. */
export const addBalance: AddCommand = (program, host) => {
  const command = commonCommand(program, "balance", "weigh mirrors by what they can give, or by the clients they have");
  addEffects(addSources(command))
    .addHelpText("after", BALANCE_HELP)
    .action((options: BalanceOptions) => {
      const fault = findUsageFault(options);
      if (fault !== undefined) return command.error(`error: ${fault}`);
      return endWith(runBalance(options, host));
    });
};
