import type { MirrorStatus, Status } from "../status.ts";
import type { BalanceMemory } from "./balance-memory.ts";
import type { BalancePlan } from "./balance-plan.ts";

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Gives a mirror's status with another effective weight, or none. */
function setWeight({ history, ...status }: MirrorStatus, weight: number | undefined): MirrorStatus {
  const rest: Writable<Omit<MirrorStatus, "history">> = { ...status };
  delete rest.effective_weight;
  return { ...rest, ...(weight !== undefined && { effective_weight: weight }), history };
}

/**
 * Puts the effective weights of a plan into a status, and what balancing remembers, and changes nothing else. Where the maintainers'
 * own are right as they are, there are none any more. A mirror that was never probed has no place there, and keeps its own; one that
 * left the pool or was disabled loses its.
 */
export function applyPlan(
  { mirrors: known, ...status }: Status,
  { scale, isOwn, mirrors, disabled, step }: BalancePlan,
  memory?: BalanceMemory,
): Status {
  const weighed = isOwn ? [] : mirrors.filter(({ url_prefix }) => !disabled.includes(url_prefix));
  const weights = new Map(weighed.map((mirror) => [mirror.url_prefix, mirror.effective_weight]));
  const head: Writable<Omit<Status, "mirrors">> = { ...status };
  delete head.weight_scale;
  delete head.balance;
  delete head.weight_step;
  return {
    ...head,
    ...(!isOwn && scale > 1 && { weight_scale: scale }),
    ...(step && { weight_step: step }),
    ...(memory && { balance: memory }),
    mirrors: known.map((mirror) => setWeight(mirror, weights.get(mirror.url_prefix))),
  };
}
