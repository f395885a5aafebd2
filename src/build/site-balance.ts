import { BALANCE_RULES, type BalanceRule } from "../balance/rules.ts";
import { readChanges, type ScenarioChanges } from "../balance/simulate/change-scenario.ts";
import { MEASURES, type Measure } from "../balance/simulate/measures.ts";
import { type ShownWay, showWays } from "../balance/simulate/show-ways.ts";
import { MINUTE_MS } from "../ops/durations.ts";
import { type ComparedScenario, recallResult } from "./balance/compared-scenario.ts";

/** A rule of balancing, its number as people write it. */
export interface RuleRow extends Pick<BalanceRule, "words" | "reason" | "source"> {
  readonly name: string;
  readonly number: string;
}

/** A scenario as the page shows it. */
export interface ScenarioSection {
  readonly name: string;
  readonly title: string;
  /** Who comes and which mirrors there are, in words. */
  readonly facts: string;
  readonly ways: readonly ShownWay[];
}

/** A scenario that visitors may run. */
export interface ScenarioChoice {
  readonly title: string;
  /** What the script starts from, as JSON. */
  readonly choice: string;
}

/** What the page about balancing is made of. */
export interface BalancePage {
  readonly rules: readonly RuleRow[];
  readonly measures: readonly Measure[];
  /** What each way does. */
  readonly ways: readonly { readonly way: string; readonly words: string }[];
  readonly seeds: number;
  readonly scenarios: readonly ScenarioSection[];
  readonly choices: readonly ScenarioChoice[];
  /** The first scenario with its own seed: what stands there until a visitor changes something. */
  readonly trial: Trial;
}

/** What the part for trying starts with. */
export interface Trial {
  readonly ways: readonly ShownWay[];
  readonly set: ScenarioChanges;
  /** How many percent do not reach every mirror. */
  readonly percent: number;
}

function showDuration(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / MINUTE_MS), (ms % MINUTE_MS) / 1000];
  return [minutes > 0 ? `${minutes} min` : "", seconds > 0 ? `${seconds} s` : ""].filter(Boolean).join(" ");
}

function showNumber({ value, unit }: BalanceRule): string {
  if (unit === "ms") return showDuration(value);
  return unit.startsWith("part of ") ? `${value * 100} % ${unit.slice("part ".length)}` : `${value} ${unit}`;
}

/** Gives "saturation share" for "saturationShare". */
function showName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function describeFacts({ scenario, result }: ComparedScenario): string {
  const { mirrors, clients, hours } = scenario;
  const weights = mirrors.map(({ name, weight }) => `${name} ${weight}`).join(", ");
  const events = result.events.map(({ minute, words }) => `${words} after ${minute} minutes`);
  const stay = clients.stay_minutes === undefined ? "to the end" : `for ${clients.stay_minutes} minutes on average`;
  const pinned = (clients.groups ?? []).map(({ part, pinned_to, blocked_from = "" }) => {
    const reach = pinned_to ? `reach only ${pinned_to.join(" and ")}` : `do not reach ${blocked_from}`;
    return `${Math.round(part * 100)} % ${reach}`;
  });
  const come = `${clients.at_start} clients in the beginning, ${clients.arrivals_per_hour} more an hour, each ${stay}`;
  return [`Mirrors by weight: ${weights}`, `${come}; ${hours} hours`, ...pinned, ...events].join(". ");
}

function makeSection(compared: ComparedScenario): ScenarioSection {
  const { name, scenario, result } = compared;
  const medians = result.ways.map((way) => way.medians);
  const ways = showWays(recallResult(compared), medians, name);
  return { name, title: scenario.title, facts: `${describeFacts(compared)}.`, ways };
}

function makeChoice({ scenario }: ComparedScenario): ScenarioChoice {
  return { title: scenario.title, choice: JSON.stringify({ scenario, changes: readChanges(scenario) }) };
}

function makeTrial(compared: ComparedScenario): Trial {
  const set = readChanges(compared.scenario);
  const result = recallResult(compared);
  const ways = showWays(result, result.ways, "try");
  return { ways, set, percent: Math.round(set.pinned * 100) };
}

/** Gives what the page about balancing shows, of what `npm run ways` kept. Throws a RangeError when that is nothing. */
export function balancePage(compared: readonly ComparedScenario[]): BalancePage {
  const [first] = compared;
  if (!first) throw new RangeError('expected a compared scenario at least, got none; run "npm run ways"');
  return {
    rules: Object.entries(BALANCE_RULES).map(([name, rule]) => ({
      ...{ name: showName(name), number: showNumber(rule) },
      ...{ words: rule.words, reason: rule.reason, source: rule.source },
    })),
    measures: MEASURES,
    ways: first.result.ways.map(({ own: { way, words } }) => ({ way, words })),
    seeds: first.seeds,
    scenarios: compared.map(makeSection),
    choices: compared.map(makeChoice),
    trial: makeTrial(first),
  };
}
