import { InvalidArgumentError, Option } from "commander";
import type { Act } from "../../balance/next-act.ts";
import type { Problem } from "../../core/problem.ts";
import { applyPlan } from "../../ops/balance/apply-plan.ts";
import { STEP_PERCENT } from "../../ops/balance/step-weights.ts";
import type { Status } from "../../ops/status.ts";
import { changeStatus } from "../change-status.ts";
import { type AddCommand, commonCommand, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { parseWhole } from "../parse-whole.ts";
import { tellProblems } from "../tell-problems.ts";
import type { NamedLog } from "../logs/read-logs.ts";
import { BALANCE_HELP } from "./balance-help.ts";
import { callHooks } from "./call-hooks.ts";
import { planRun, type RunPlan } from "./plan-run.ts";
import { propose } from "./propose.ts";
import { type BalanceInputs, type BalanceOptions, readInputs } from "./read-inputs.ts";
import { printRun, showRun } from "./tell-run.ts";
import { findStopCode, untilStopped } from "./until-stopped.ts";
import { watchTerms } from "./watch-terms.ts";

/** What a run is told, what of a term it does, and what ends its hooks early. */
type ActOptions = BalanceOptions & { readonly act: Act; readonly signal?: AbortSignal };

type Outcome = RunPlan | { readonly problems: readonly Problem[] };

function missingStatus(file: string): Problem {
  const message = "must be there for effective weights to stand in, got no such file";
  return { code: "no-status", file, pointer: "", message, cure: 'run "fairmirror probe --write" first' };
}

/** Plans over the status as it stands in the file at that moment, shows the plan, and keeps its weights there. */
async function runUnderLock(inputs: BalanceInputs, { act, ...options }: ActOptions, host: Host): Promise<Outcome> {
  const { statusFile } = inputs;
  let run: Outcome = { problems: [] };
  const change = (before: Status | undefined): Status | { readonly problems: readonly Problem[] } => {
    if (!before) return { problems: [missingStatus(statusFile)] };
    run = planRun(inputs, before, { step: options.step, now: host.now(), act });
    return "problems" in run ? run : applyPlan(before, run.plan, run.memory);
  };
  const onChange = (): void => {
    if ("plan" in run) showRun(run, options, host);
  };
  const outcome = await changeStatus(statusFile, { host, change, onChange });
  if ("problems" in outcome) return outcome;
  host.tell(`wrote ${statusFile}; "fairmirror publish --write" puts it into effect`);
  return run;
}

function runDry(inputs: BalanceInputs, { act, ...options }: ActOptions, host: Host): Outcome {
  const run = planRun(inputs, inputs.status, { step: options.step, now: host.now(), act });
  if ("problems" in run) return run;
  showRun(run, options, host);
  host.tell(`${inputs.statusFile} was left as it is; "--write" keeps these weights there`);
  return run;
}

async function runOnce(options: ActOptions, host: Host): Promise<ExitCode> {
  const inputs = await readInputs(options, host);
  if ("problems" in inputs) return tellProblems(inputs.problems, options, host);
  const run = options.write ? await runUnderLock(inputs, options, host) : runDry(inputs, options, host);
  if ("problems" in run) return tellProblems(run.problems, options, host);
  const faults = options.propose && run.proposal ? await propose(run.proposal, options, host) : [];
  if (faults.length > 0) return tellProblems(faults, options, host);
  if (options.json) printRun(run, options, host);
  const isCut = await callHooks(run, options, { host, signal: options.signal });
  return isCut && options.signal ? findStopCode(options.signal) : 0;
}

/** A run that finds problems tells them, and the next one may do better; one whose hook was cut left something undone. */
async function watch(options: BalanceOptions, host: Host): Promise<ExitCode> {
  host.tell("balancing in terms of ten minutes until it is stopped");
  const last = await untilStopped((clock) =>
    watchTerms((act) => runOnce({ ...options, act, signal: clock.signal }, host), clock),
  );
  host.tell("stopped");
  return last === 1 ? 0 : last;
}

function balance(options: BalanceOptions, host: Host): Promise<ExitCode> {
  return options.watch ? watch(options, host) : runOnce({ ...options, act: "begin" }, host);
}

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

/** `balance`: effective weights from capacities or from counted clients. */
export const addBalance: AddCommand = (program, host) => {
  const command = commonCommand(program, "balance", "weigh mirrors by what they can give, or by the clients they have");
  command
    .addOption(new Option("--from <source>", "follow what the probe measured").choices(["capacity"]))
    .option(
      "--loads <file>",
      "the clients of each mirror: CSV with the columns url_prefix,clients and, if you like, time; or the same as JSON",
    )
    .option("--log <mirror=file...>", "count them in access logs: combined or JSON lines, gzip too", parseLog)
    .option("--window <minutes>", "count clients over so long a time (60, with --watch 5)", parseWhole(1, 10_080))
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
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText("after", BALANCE_HELP)
    .action((options: BalanceOptions) => {
      const fault = findUsageFault(options);
      if (fault !== undefined) return command.error(`error: ${fault}`);
      return endWith(balance(options, host));
    });
};
