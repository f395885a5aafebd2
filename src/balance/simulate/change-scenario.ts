import type { ClientGroup, Scenario } from "./scenario.ts";

/** What somebody may change in a scenario. */
export interface ScenarioChanges {
  /** How many clients there are in the beginning; as many times more or fewer arrive. */
  readonly clients: number;
  /** Which part of them does not reach every mirror, from 0 to 1. */
  readonly pinned: number;
  /** The weight of the mirror that `findChanged` gives. */
  readonly weight: number;
  readonly seed: string;
}

/** Gives the place of the mirror whose weight may be changed: the last that something happens to, else the last of all. */
export function findChanged({ mirrors }: Scenario): number {
  const place = mirrors.map((mirror) => Object.keys(mirror).some((key) => key.endsWith("_minute"))).lastIndexOf(true);
  return place >= 0 ? place : mirrors.length - 1;
}

/** Gives what can be changed as the scenario has it. */
export function readChanges(scenario: Scenario): ScenarioChanges {
  const { clients, mirrors, seed } = scenario;
  const pinned = (clients.groups ?? []).reduce((sum, { part }) => sum + part, 0);
  return { clients: clients.at_start, pinned, weight: mirrors[findChanged(scenario)]?.weight ?? 1, seed };
}

function changeGroups({ clients, mirrors }: Scenario, pinned: number): readonly ClientGroup[] {
  if (pinned === 0) return [];
  const first = mirrors[0]?.name ?? "";
  const [group = { part: 0, pinned_to: [first] }] = clients.groups ?? [];
  return [{ ...group, part: pinned }];
}

/** Gives a scenario as changed. */
export function changeScenario(scenario: Scenario, { clients, pinned, weight, seed }: ScenarioChanges): Scenario {
  const factor = clients / scenario.clients.at_start;
  const changed = findChanged(scenario);
  return {
    ...scenario,
    seed,
    mirrors: scenario.mirrors.map((mirror, place) => (place === changed ? { ...mirror, weight } : mirror)),
    clients: {
      ...scenario.clients,
      at_start: clients,
      arrivals_per_hour: scenario.clients.arrivals_per_hour * factor,
      groups: changeGroups(scenario, pinned),
    },
  };
}
