import type { MaintainedMirror } from "../../../src/core/pool.ts";
import { NEW_BALANCE } from "../../../src/balance/balance-state.ts";
import { beginTerm } from "../../../src/balance/begin-term.ts";
import { listCounted } from "../../../src/ops/balance/list-counted.ts";
import { type BalancePlan, planBalance } from "../../../src/ops/balance/balance-plan.ts";
import { targetCapacities } from "../../../src/ops/balance/target-capacities.ts";
import { targetLoads } from "../../../src/ops/balance/target-loads.ts";
import { judgeMirrors } from "../../../src/ops/judge-mirrors.ts";
import { publishPool } from "../../../src/ops/publish-pool.ts";
import type { MirrorStatus, Status } from "../../../src/ops/status.ts";

/** When the plans of these tests are made. */
export const NOW = "2026-11-28T04:00:00.000Z";

/** Gives the address of a mirror by its number. */
export function prefixOf(index: number): string {
  return `https://m${index}.example/`;
}

/** Makes a pool of mirrors with these weights. */
export function poolOf(...weights: readonly number[]): MaintainedMirror[] {
  return weights.map((weight, index) => ({ url_prefix: prefixOf(index), weight }));
}

/** Makes what is known of a mirror that is up. */
export function statusOf(index: number, extra: Partial<MirrorStatus> = {}): MirrorStatus {
  const times = { since: NOW, checked: NOW, contrary: 0 };
  return {
    url_prefix: prefixOf(index),
    verdict: "up",
    reason: "carries the release",
    ...times,
    lacks: [],
    ...extra,
    history: [],
  };
}

/** Makes the status of a pool whose mirrors are up. */
export function statusFor(mirrors: readonly MaintainedMirror[], extras: readonly Partial<MirrorStatus>[] = []): Status {
  return { version: 1, probed: NOW, mirrors: mirrors.map((_, index) => statusOf(index, extras[index])) };
}

const TERM_MS = 600_000;

/** A time at which a new step is due: a term after the last one. */
function findNow({ weight_step }: Status): Date {
  return weight_step ? new Date(Date.parse(weight_step.taken) + TERM_MS) : new Date(NOW);
}

/** Plans by counted clients, a term after the last step. */
export function planLoads(
  mirrors: readonly MaintainedMirror[],
  status: Status,
  clients: readonly number[],
  step = 20,
): BalancePlan {
  const rows = clients.map((count, index) => ({ url_prefix: prefixOf(index), clients: count }));
  const judgements = judgeMirrors(mirrors, status);
  const { term } = beginTerm(NEW_BALANCE, listCounted(judgements, rows), 0);
  return planBalance(targetLoads(judgements, rows, term), status, { percent: step, now: findNow(status) });
}

/** Plans by measured speeds, a term after the last step. */
export function planCapacities(mirrors: readonly MaintainedMirror[], status: Status, step = 20): BalancePlan {
  return planBalance(targetCapacities(judgeMirrors(mirrors, status)).targets, status, {
    percent: step,
    now: findNow(status),
  });
}

/** Gives the weights that are published. */
export function publish(mirrors: readonly MaintainedMirror[], status: Status): number[] {
  return publishPool({ version: 1, mirrors }, { status, now: new Date(NOW), days: 1 }).list.mirrors.map(
    ({ weight }) => weight,
  );
}

/** A pool of 20, 30 and 50. */
export const THREE = poolOf(20, 30, 50);
