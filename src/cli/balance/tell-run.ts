import { styleText } from "node:util";
import type { BalancePlan, PlannedMirror } from "../../ops/balance/balance-plan.ts";
import { renderPlan } from "../../ops/balance/render-plan.ts";
import type { LogLoad } from "../../ops/logs/log-loads.ts";
import type { Host } from "../host.ts";
import type { Reaches, RunPlan } from "./plan-run.ts";
import type { BalanceOptions } from "./read-inputs.ts";

function renderRate(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB/s`;
}

function describeReaches({ total, before, after, proposed }: Reaches): string[] {
  return [
    `all mirrors together give ${renderRate(total)}; the first is full at ${renderRate(before)} now`,
    `after this run it is full at ${renderRate(after)}; with the weights of "--propose" at ${renderRate(proposed)}`,
  ];
}

function describeMoves(mirrors: readonly PlannedMirror[]): string[] {
  const saturated = mirrors.filter((mirror) => mirror.saturated);
  if (saturated.length === 0)
    return ["no mirror is over its fair share by 5 % and 50 clients, or over its max_clients"];
  const moved = saturated.reduce((sum, { shed }) => sum + shed, 0);
  return [`${saturated.length} saturated; ${moved} clients should move in the next ten minutes`];
}

function describeJudging(isUncounted: boolean): string[] {
  return isUncounted ? [] : ["judged who came in this term"];
}

function describeLogs(logs: readonly LogLoad[]): string[] {
  const [first] = logs;
  if (!first) return [];
  const [lines, torn] = [logs.reduce((sum, log) => sum + log.lines, 0), logs.reduce((sum, log) => sum + log.torn, 0)];
  const unread = torn > 0 ? `; ${torn} of ${lines} lines could not be read` : "";
  const silent = logs.filter(({ downloads }) => downloads === 0);
  return [
    `clients that downloaded from ${first.from} to ${first.to}, to about 2 %${unread}`,
    ...silent.map(
      ({ url_prefix }) => `${url_prefix} has no download in that time, and counts as empty: is its log whole?`,
    ),
  ];
}

function describeStep({ step, isAgain, isOwn }: BalancePlan, leadsBack: boolean): string[] {
  const again = "a run before took this term's step: this one takes its place, and goes no further";
  const back =
    'weights as "--from capacity" makes are led back to the maintainers\' own; "--propose" shows how to keep them';
  const own = "every mirror has its own weight: no effective ones are needed";
  return [...(isAgain && step ? [again] : []), ...(leadsBack ? [back] : []), ...(isOwn ? [own] : [])];
}

/** Shows what a run does, before it is done. */
export function showRun(
  { plan, reaches, logs = [], leadsBack = false, isUncounted = false, act }: RunPlan,
  { json }: BalanceOptions,
  host: Host,
): void {
  if (json) return;
  const paintHead = (text: string): string => (host.hasColor ? styleText("bold", text) : text);
  host.out(`${renderPlan(plan, { width: host.lineWidth, paintHead })}\n`);
  for (const line of describeLogs(logs)) host.tell(line);
  if (isUncounted)
    host.tell(
      'who came in the last term cannot be judged: clients were counted before its moves; use "--window 5" for logs',
    );
  const words = act === "judge" ? describeJudging(isUncounted) : describeMoves(plan.mirrors);
  for (const line of reaches ? describeReaches(reaches) : words) host.tell(line);
  for (const line of describeStep(plan, leadsBack)) host.tell(line);
}

/** Prints what a run did, for programs. */
export function printRun(run: RunPlan, { step, write }: BalanceOptions, host: Host): void {
  const { plan, proposal, reaches, logs } = run;
  const { scale, mirrors } = plan;
  const told = {
    step_percent: step,
    written: write,
    weight_scale: scale,
    mirrors,
    ...(reaches && { bytes_per_second: reaches }),
    ...(logs && { logs }),
    ...(proposal && { proposed_weights: proposal.weights }),
  };
  host.out(`${JSON.stringify(told, undefined, 2)}\n`);
}
