import type { Act } from "../../balance/next-act.ts";
import type { Problem } from "../../core/problem.ts";
import { applyPlan } from "../../ops/balance/apply-plan.ts";
import type { Status } from "../../ops/status.ts";
import { changeStatus } from "../change-status.ts";
import type { ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { tellProblems } from "../tell-problems.ts";
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

/** Balances once, or in terms until it is stopped. */
export function runBalance(options: BalanceOptions, host: Host): Promise<ExitCode> {
  return options.watch ? watch(options, host) : runOnce({ ...options, act: "begin" }, host);
}
