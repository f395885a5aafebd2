import type { Host } from "../host.ts";
import { notifyHook } from "./notify-hook.ts";
import type { RunPlan } from "./plan-run.ts";
import type { BalanceOptions } from "./read-inputs.ts";

/** Calls a hook; that one fails is told, and harms nothing. */
async function callHook(command: string, message: object, host: Host): Promise<void> {
  const fault = await notifyHook({ command, message });
  if (fault !== undefined) host.tell(`the hook ${command} was of no use: ${fault}; try it by hand`);
}

/** Tells of the mirrors that a run found broken, a hook too. */
export async function tellBroken(
  { condemned = [] }: RunPlan,
  { notify, write }: BalanceOptions,
  host: Host,
): Promise<void> {
  for (const url_prefix of condemned)
    host.tell(`${url_prefix} is broken: almost nobody who should have come there came; it is out of the balance`);
  if (notify === undefined || !write || condemned.length === 0) return;
  const mirrors = condemned.map((url_prefix) => ({ url_prefix }));
  await callHook(notify, { event: "broken-mirrors", time: host.now().toISOString(), mirrors }, host);
}

/** Calls what puts the weights that were written into effect. */
export async function callAfter({ plan }: RunPlan, { after, write }: BalanceOptions, host: Host): Promise<void> {
  if (after === undefined || !write) return;
  const mirrors = plan.mirrors.map(({ url_prefix, effective_weight }) => ({ url_prefix, effective_weight }));
  const time = host.now().toISOString();
  await callHook(after, { event: "weights", time, weight_scale: plan.scale, mirrors }, host);
}
