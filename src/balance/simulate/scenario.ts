/** A mirror of a scenario, and what happens to it. Minutes count from the beginning. */
export interface ScenarioMirror {
  readonly name: string;
  readonly weight: number;
  readonly max_clients?: number;
  /** When it is added; from the beginning when left out. */
  readonly joins_minute?: number;
  /** When it is removed, with whoever is on it. */
  readonly leaves_minute?: number;
  /** From when on nobody new reaches it. */
  readonly breaks_minute?: number;
  /** From when on it is slow. */
  readonly slows_minute?: number;
  /** How many times as long its clients then take. */
  readonly slows_by?: number;
}

/** Clients that do not reach every mirror. */
export interface ClientGroup {
  /** Which part of all clients they are, from 0 to 1. */
  readonly part: number;
  /** The only mirrors they reach. */
  readonly pinned_to?: readonly string[];
  /** The mirror they do not reach. */
  readonly blocked_from?: string;
}

/** Who downloads. */
export interface ScenarioClients {
  /** How many there are in the beginning. */
  readonly at_start: number;
  readonly arrivals_per_hour: number;
  /** How long they stay on average; to the end when left out. */
  readonly stay_minutes?: number;
  /** By which part arrivals go up and down in the course of a day, from 0 to 1. */
  readonly daily_wave?: number;
  readonly groups?: readonly ClientGroup[];
}

/** What is simulated. */
export interface Scenario {
  readonly title: string;
  /** The same seed gives the same clients. */
  readonly seed: string;
  readonly hours: number;
  readonly mirrors: readonly ScenarioMirror[];
  readonly clients: ScenarioClients;
}
