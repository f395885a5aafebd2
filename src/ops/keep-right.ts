import type { Problem } from "../core/problem.ts";
import { toPointer } from "./read-json.ts";

/** What can be read of a value whose shape is not right everywhere: any part may be missing, those that are there are right. */
export type Readable<Value> = Value extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Readable<Value[Key]> | undefined }
    : Value;

function keep(value: unknown, wrong: ReadonlySet<string>, pointer: string): unknown {
  if (wrong.has(pointer)) return undefined;
  if (Array.isArray(value)) return value.map((item: unknown, index) => keep(item, wrong, `${pointer}/${index}`));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [key, keep(below, wrong, pointer + toPointer([key]))]),
  );
}

/**
 * Gives what is left of a value when every part that a check of its shape found fault with is taken out, so that the meaning
 * of the others can be judged. Items of a list keep their places.
 */
export function keepRight<Value>(value: unknown, problems: readonly Problem[]): Readable<Value> | undefined {
  if (problems.length === 0) return value as Readable<Value>;
  return keep(value, new Set(problems.map(({ pointer }) => pointer)), "") as Readable<Value> | undefined;
}
