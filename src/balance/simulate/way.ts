import type { Random } from "../seeded-random.ts";
import type { Crowd } from "./crowd.ts";

/** What a way of balancing tells mirrors and clients at a moment. */
export interface Guidance {
  /** How many more clients each mirror takes, in the order of the mirrors; counted down as they come. */
  readonly takes: Float64Array;
  /** How many it has room for: who reaches a mirror with room comes there, before any other. Counted down too. */
  readonly rooms: Float64Array;
  /** How many clients each mirror moves away now. */
  readonly sheds: Int32Array;
  /** What those are marked with that come to a mirror without room; 0 for no mark. Marked ones are left alone. */
  readonly marks: Float64Array;
  /** Whose mark is older than this came back in an earlier balance, and is moved first. */
  readonly balance: number;
  /** By which load the less loaded of two mirrors is taken; absent where one is drawn. */
  readonly published?: Float64Array;
}

/** Gives the guidance of a moment (in milliseconds); called at each tick in turn. */
export type Steer = (crowd: Crowd, now: number) => Guidance;

/** One way of balancing. */
export interface Way {
  /** Its name in tables and JSON. */
  readonly name: string;
  /** What it does, in words. */
  readonly words: string;
  /** Begins it anew. */
  readonly start: (random: Random) => Steer;
}

/** Makes the guidance of a moment at which every mirror is open and nobody is moved. */
export function openGuidance({ mirrors }: Crowd): Guidance {
  const { length } = mirrors;
  return {
    takes: new Float64Array(length).fill(Infinity),
    rooms: new Float64Array(length).fill(Infinity),
    sheds: new Int32Array(length),
    marks: new Float64Array(length),
    balance: 0,
  };
}
