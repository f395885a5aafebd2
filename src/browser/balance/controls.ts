import type { ScenarioChanges } from "../../balance/simulate/change-scenario.ts";
import type { Scenario } from "../../balance/simulate/scenario.ts";
import { findPart } from "../../verify/find-part.ts";
import type { SimulatorJob } from "./simulator-job.ts";

/** A scenario that can be chosen, and what of it can be changed. */
export interface Choice {
  readonly scenario: Scenario;
  readonly changes: ScenarioChanges;
}

/** What a visitor sets. */
export interface Controls {
  /** Sets everything as the chosen scenario has it. */
  readonly reset: () => void;
  /** Tells beside each slider what it is set to. */
  readonly tell: () => void;
  readonly read: () => SimulatorJob;
}

const SLIDERS = ["clients", "pinned", "weight"] as const;

/** Finds the controls in the part of the page that holds them. */
export function findControls(root: HTMLElement): Controls {
  const select = findPart(root, "scenario") as HTMLSelectElement;
  const input = (part: string): HTMLInputElement => findPart(root, part) as HTMLInputElement;
  const choose = (): Choice => JSON.parse(select.selectedOptions[0]?.dataset["choice"] ?? "") as Choice;
  const tell = (): void => {
    for (const part of SLIDERS) findPart(root, `${part}-set`).textContent = input(part).value;
  };
  return {
    reset: () => {
      const { changes } = choose();
      const set = { ...changes, pinned: Math.round(changes.pinned * 100) };
      for (const part of [...SLIDERS, "seed"] as const) input(part).value = String(set[part]);
      tell();
    },
    tell,
    read: () => {
      const [clients, pinned, weight] = SLIDERS.map((part) => Number(input(part).value)) as [number, number, number];
      return { ...choose(), changes: { clients, pinned: pinned / 100, weight, seed: input("seed").value } };
    },
  };
}
