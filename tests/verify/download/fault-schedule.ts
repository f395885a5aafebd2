import type { Behaviour } from "./behaviour.ts";
import { createDice, type Dice } from "./dice.ts";
import type { PlannedMirror } from "./run-virtual.ts";

const SERVES: Behaviour = { kind: "serves" };

/** What may pass, with when it happens. */
function listPassing(at: number, dice: Dice): Behaviour[] {
  const busy = { kind: "status", status: [429, 500, 503][dice(3)] ?? 503, retryAfter: String(dice(100)) } as const;
  return [
    { kind: "dead" },
    { kind: "hangs" },
    { kind: "stalls", at },
    { kind: "resets", at },
    { kind: "truncates", at },
    busy,
  ];
}

/** What does not. */
function listLasting(at: number, dice: Dice): Behaviour[] {
  const status = { kind: "status", status: [401, 404, 410, 416][dice(4)] ?? 404 } as const;
  const heads = ["no-range", "wrong-total", "wrong-range", "encoded", "to-http"] as const;
  return [...heads.map((kind) => ({ kind })), { kind: "too-long" }, { kind: "flips", at }, status];
}

function pick<Value>(values: readonly Value[], dice: Dice): Value {
  return values[dice(values.length)] as Value;
}

/** Two faults, always or now and then. */
function makeBehave(dice: Dice): PlannedMirror["behave"] {
  const at = dice(1000) / 1000;
  const faults = [
    pick(listPassing(at, dice), dice),
    pick(dice(2) ? listPassing(at, dice) : listLasting(at, dice), dice),
  ];
  const seldom = pick([1, 2, 4], dice);
  const answers = Array.from({ length: 64 }, () => (dice(seldom) > 0 ? SERVES : pick(faults, dice)));
  return (number) => answers[number % answers.length] ?? SERVES;
}

/** What a schedule of faults makes of a pool. */
export interface FaultSchedule {
  readonly mirrors: Readonly<Record<string, PlannedMirror>>;
  /** Whether a mirror serves well all the time, so that the file must arrive. */
  readonly hasGood: boolean;
  /** The pieces that are there from before. */
  readonly checked: readonly number[];
}

/** Makes a schedule for one to six mirrors with weights, speeds and faults of their own. */
export function makeFaultSchedule(seed: number, pieces: number): FaultSchedule {
  const dice = createDice(seed);
  const goods: boolean[] = [];
  const mirrors = Array.from({ length: 1 + dice(6) }, (_, index) => {
    const isGood = dice(3) === 0;
    const weight = dice(8) === 0 ? 0 : 1 + dice(100);
    goods.push(isGood && weight > 0);
    const rate = pick([0.2, 1, 20, 200, 1000], dice);
    return [
      `https://m${index}.example/`,
      { weight, rate, latencyMs: dice(300), behave: isGood ? () => SERVES : makeBehave(dice) },
    ] as const;
  });
  const checked = dice(3) > 0 ? [] : Array.from({ length: pieces }, (_, index) => index).filter(() => dice(2) === 0);
  return { mirrors: Object.fromEntries(mirrors), hasGood: goods.includes(true), checked };
}
