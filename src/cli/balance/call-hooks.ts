import type { Host } from "../host.ts";
import { notifyHook } from "./notify-hook.ts";
import type { RunPlan } from "./plan-run.ts";
import type { BalanceOptions } from "./read-inputs.ts";

/** How hooks are called. */
export interface HookWays {
  readonly host: Host;
  /** Ends a hook early, and lets none begin. */
  readonly signal?: AbortSignal | undefined;
}

/** A hook to call, and what it is told. */
interface Hook {
  readonly command: string;
  readonly message: object;
}

function describeFault({ command }: Hook, fault: string, isStopped: boolean): string {
  if (isStopped) return `the hook ${command} was ended, as the program was stopped: ${fault}`;
  return `the hook ${command} was of no use: ${fault}; try it by hand`;
}

/** Calls a hook; that one fails is told, and harms nothing. Gives whether the signal cut it. */
async function callHook(hook: Hook, { host, signal }: HookWays): Promise<boolean> {
  const fault = signal?.aborted ? "it was not called" : await notifyHook({ ...hook, signal });
  if (fault === undefined) return false;
  const isStopped = signal?.aborted ?? false;
  host.tell(describeFault(hook, fault, isStopped));
  return isStopped;
}

function findWeightsHook({ plan }: RunPlan, { after }: BalanceOptions, time: string): Hook[] {
  if (after === undefined) return [];
  const mirrors = plan.mirrors.map(({ url_prefix, effective_weight }) => ({ url_prefix, effective_weight }));
  return [{ command: after, message: { event: "weights", time, weight_scale: plan.scale, mirrors } }];
}

function findBrokenHook({ condemned = [] }: RunPlan, { notify }: BalanceOptions, time: string): Hook[] {
  if (notify === undefined || condemned.length === 0) return [];
  const mirrors = condemned.map((url_prefix) => ({ url_prefix }));
  return [{ command: notify, message: { event: "broken-mirrors", time, mirrors } }];
}

/**
 * Tells of the mirrors that a run found broken, and calls what puts its weights into effect and what is told of broken ones. Gives
 * whether the signal cut one of these.
 */
export async function callHooks(run: RunPlan, options: BalanceOptions, ways: HookWays): Promise<boolean> {
  for (const url_prefix of run.condemned ?? [])
    ways.host.tell(`${url_prefix} is broken: almost nobody who should have come there came; it is out of the balance`);
  if (!options.write) return false;
  const time = ways.host.now().toISOString();
  let isCut = false;
  for (const hook of [...findWeightsHook(run, options, time), ...findBrokenHook(run, options, time)])
    isCut = (await callHook(hook, ways)) || isCut;
  return isCut;
}
