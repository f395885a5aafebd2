import { InvalidArgumentError } from "commander";

/** Makes a reader of an option's value: a whole number within bounds, both included. Anything else is wrong usage. */
export function parseWhole(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (number >= from && number <= to) return number;
    throw new InvalidArgumentError(`write a whole number from ${from} to ${to}.`);
  };
}
