import type { Scenario, ScenarioMirror } from "./scenario.ts";

/** Something that happened to a mirror. */
export interface ScenarioEvent {
  readonly minute: number;
  /** As in "c.example joins". */
  readonly words: string;
}

function listOfMirror({ name, joins_minute, leaves_minute, breaks_minute, slows_minute }: ScenarioMirror) {
  const joins = joins_minute === breaks_minute ? "joins, broken" : "joins";
  return [
    { minute: joins_minute, words: `${name} ${joins}` },
    { minute: leaves_minute, words: `${name} is lost` },
    { minute: breaks_minute === joins_minute ? undefined : breaks_minute, words: `${name} breaks` },
    { minute: slows_minute, words: `${name} becomes slow` },
  ];
}

/** Gives what happens to the mirrors of a scenario, in the order of time. */
export function listEvents({ mirrors }: Scenario): ScenarioEvent[] {
  return mirrors
    .flatMap(listOfMirror)
    .flatMap(({ minute, words }) => (minute === undefined ? [] : [{ minute, words }]))
    .sort((one, other) => one.minute - other.minute);
}
