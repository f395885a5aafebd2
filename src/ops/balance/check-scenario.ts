import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { checkSchema } from "../check-schema.ts";
import { findNearest } from "../find-nearest.ts";
import { readJson } from "../read-json.ts";
import type { ClientGroup, Scenario } from "../../balance/simulate/scenario.ts";
import { SCENARIO_SCHEMA } from "./scenario-schema.ts";

/** What came of a strict check: the scenario when nothing is wrong, else everything that is. */
export interface ScenarioCheck {
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

type Fault = Omit<Problem, "file">;

/** The most clients of a scenario, as each needs its place in memory. */
const MOST_CLIENTS = 2_000_000;

const CHECK = { schema: SCENARIO_SCHEMA, formats: {}, wording: () => undefined };

function findTwins({ mirrors }: Scenario): Fault[] {
  return mirrors.flatMap(({ name }, index) => {
    if (mirrors.findIndex((mirror) => mirror.name === name) === index) return [];
    const message = `must be another name than those before, got ${showValue(name)} again`;
    return [{ code: "duplicate-name", pointer: `/mirrors/${index}/name`, message, cure: "give it a name of its own" }];
  });
}

function findUnknownNames({ mirrors }: Scenario, pointer: string, names: readonly string[]): Fault[] {
  const known = mirrors.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const cure = `write ${showValue(findNearest(name, known) ?? known[0])}, or add the mirror`;
      return {
        code: "unknown-name",
        pointer,
        message: `must be a mirror of the scenario, got ${showValue(name)}`,
        cure,
      };
    });
}

function findUnclearReach({ pinned_to, blocked_from }: ClientGroup, pointer: string): Fault[] {
  if ((pinned_to === undefined) !== (blocked_from === undefined)) return [];
  const came = pinned_to === undefined ? "neither" : "both";
  const message = `must have "pinned_to" or "blocked_from", got ${came}`;
  return [{ code: "unclear-group", pointer, message, cure: "keep one of the two" }];
}

function checkGroups(scenario: Scenario): Fault[] {
  const { groups = [] } = scenario.clients;
  const faults = groups.flatMap((group, index) => {
    const pointer = `/clients/groups/${index}`;
    return [
      ...findUnclearReach(group, pointer),
      ...findUnknownNames(scenario, `${pointer}/pinned_to`, group.pinned_to ?? []),
      ...findUnknownNames(
        scenario,
        `${pointer}/blocked_from`,
        group.blocked_from === undefined ? [] : [group.blocked_from],
      ),
    ];
  });
  const sum = groups.reduce((total, { part }) => total + part, 0);
  if (sum <= 1 + 1e-9) return faults;
  const message = `must have parts that sum to 1 at most, got ${showValue(sum)}`;
  return [...faults, { code: "too-large-groups", pointer: "/clients/groups", message, cure: "make some smaller" }];
}

function countClients({ hours, clients }: Scenario): Fault[] {
  const count = clients.at_start + clients.arrivals_per_hour * hours;
  if (count <= MOST_CLIENTS) return [];
  const message = `must be at most ${MOST_CLIENTS} clients in all, got about ${Math.round(count)}`;
  return [{ code: "too-many-clients", pointer: "/clients", message, cure: "let fewer come, or for fewer hours" }];
}

/** Checks the text of a scenario: its shape, and then whether its parts fit together. */
export function checkScenario(text: string, file: string): ScenarioCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { scenario: undefined, problems };
  const shapeFaults = checkSchema(value, { ...CHECK, file });
  if (shapeFaults.length > 0) return { scenario: undefined, problems: shapeFaults };
  const scenario = value as Scenario;
  const faults = [...findTwins(scenario), ...checkGroups(scenario), ...countClients(scenario)];
  const told = faults.map((fault) => ({ ...fault, file }));
  return { scenario: told.length > 0 ? undefined : scenario, problems: told };
}
