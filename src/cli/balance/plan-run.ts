import type { Act } from "../../balance/next-act.ts";
import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { type BalancePlan, planBalance } from "../../ops/balance/balance-plan.ts";
import { checkLoads } from "../../ops/balance/check-loads.ts";
import { findReach } from "../../ops/balance/find-reach.ts";
import { checkSpeeds, targetCapacities } from "../../ops/balance/target-capacities.ts";
import type { BalanceMemory } from "../../ops/balance/balance-memory.ts";
import { forgetDisabled } from "../../ops/balance/forget-disabled.ts";
import { findCondemned } from "../../balance/judge-term.ts";
import { hasForeignWeights } from "../../ops/balance/has-foreign-weights.ts";
import { chooseProposal, type WeightProposal } from "../../ops/balance/choose-proposal.ts";
import { listCounted } from "../../ops/balance/list-counted.ts";
import type { MirrorTarget } from "../../ops/balance/mirror-target.ts";
import { recallBalance } from "../../ops/balance/recall-balance.ts";
import { rememberBalance } from "../../ops/balance/remember-balance.ts";
import { targetJudged } from "../../ops/balance/target-judged.ts";
import { isUncounted, judgeDue, takeTerm } from "../../ops/balance/take-term.ts";
import { targetLoads } from "../../ops/balance/target-loads.ts";
import { type Judgement, judgeMirrors } from "../../ops/judge-mirrors.ts";
import type { LogLoad } from "../../ops/logs/log-loads.ts";
import type { Status } from "../../ops/status.ts";
import type { BalanceInputs, CountedLoads } from "./read-inputs.ts";

/** What the pool gives before its first mirror is full, in bytes a second: now, after this run, and with the proposed weights. */
export interface Reaches {
  readonly total: number;
  readonly before: number;
  readonly after: number;
  readonly proposed: number;
}

/** What a run is to do, and what it knows of capacities. */
export interface RunPlan {
  readonly plan: BalancePlan;
  /** What was done of a term; absent where weights follow capacities. */
  readonly act?: Act;
  /** What the next run is to remember. */
  readonly memory?: BalanceMemory;
  /** The mirrors that this run found broken. */
  readonly condemned?: readonly string[];
  /** Whether the last term stays unjudged, as clients were counted before its moves. */
  readonly isUncounted?: boolean;
  /** Whether weights that follow capacities are led back to the maintainers' own. */
  readonly leadsBack?: boolean;
  /** What `mirrors.json` may become; absent where clients were counted. */
  readonly proposal?: WeightProposal;
  readonly reaches?: Reaches;
  /** What the logs told; absent where clients were counted elsewhere, or not at all. */
  readonly logs?: readonly LogLoad[];
}

/** When a run takes place, what of a term it does, and how far it goes. */
export interface RunOptions {
  /** By how many percent a weight may change in a term. */
  readonly step: number;
  readonly now: Date;
  readonly act: Act;
}

type Outcome = RunPlan | { readonly problems: readonly Problem[] };

interface TermRun {
  readonly targets: readonly MirrorTarget[];
  readonly told: Pick<RunPlan, "memory" | "condemned" | "isUncounted">;
}

/** Begins or judges a term by the clients that were counted. */
function runTerm(
  judgements: readonly Judgement[],
  { rows, counted }: CountedLoads,
  status: Status | undefined,
  { act, now }: RunOptions,
): TermRun {
  const before = recallBalance(status?.balance);
  const times = { now: now.getTime(), counted: counted ?? now.getTime() };
  const takeAct = act === "judge" ? judgeDue : takeTerm;
  const state = takeAct(before, listCounted(judgements, rows), times);
  const [memory, condemned] = [rememberBalance(state), findCondemned(before, state)];
  const targets =
    act === "judge" ? targetJudged(judgements, { rows, status, condemned }) : targetLoads(judgements, rows, state.term);
  return { targets, told: { ...(memory && { memory }), condemned, isUncounted: isUncounted(before, times) } };
}

function planLoads(
  pool: MaintainedPool,
  loads: CountedLoads,
  status: Status | undefined,
  options: RunOptions,
): Outcome {
  const { file, rows, logs } = loads;
  const judgements = judgeMirrors(pool.mirrors, status);
  const problems = checkLoads(rows, judgements, file);
  if (problems.length > 0) return { problems };
  const { act, step, now } = options;
  const { targets, told } = runTerm(judgements, loads, status, options);
  const leadsBack = act === "begin" && hasForeignWeights(judgements);
  return { plan: planBalance(targets, status, { percent: step, now }), act, ...told, leadsBack, ...(logs && { logs }) };
}

function measureReaches(plan: BalancePlan, capacities: readonly number[], weights: readonly number[]): Reaches {
  return {
    total: capacities.reduce((sum, capacity) => sum + capacity, 0),
    before: findReach(
      capacities,
      plan.mirrors.map(({ share_before }) => share_before),
    ),
    after: findReach(
      capacities,
      plan.mirrors.map(({ share_after }) => share_after),
    ),
    proposed: findReach(capacities, weights),
  };
}

function planCapacities(
  { pool, statusFile }: BalanceInputs,
  status: Status | undefined,
  { step, now }: RunOptions,
): Outcome {
  const judgements = judgeMirrors(pool.mirrors, status);
  const problems = checkSpeeds(judgements, statusFile);
  if (problems.length > 0) return { problems };
  const { targets, weights, capacities } = targetCapacities(judgements);
  const plan = planBalance(targets, status, { percent: step, now });
  const memory = forgetDisabled(status?.balance, judgements);
  return {
    plan,
    ...(memory && { memory }),
    proposal: chooseProposal(judgements, weights),
    reaches: measureReaches(plan, capacities, weights),
  };
}

/** Plans a run over a status, which may be newer than the one that was read with the other inputs. */
export function planRun(inputs: BalanceInputs, status: Status | undefined, options: RunOptions): Outcome {
  const { pool, loads } = inputs;
  return loads ? planLoads(pool, loads, status, options) : planCapacities(inputs, status, options);
}
