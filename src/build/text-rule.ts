import type { Problem } from "../core/index.ts";
import { showValue } from "../core/show-value.ts";

/** What the texts at some places of `project.json` must look like. */
export interface TextRule {
  /** JSON Pointers (RFC 6901). */
  readonly pointers: readonly string[];
  readonly pattern: RegExp;
  /** What the pattern stands for, in words. */
  readonly expected: string;
}

/** Finds the value that a JSON Pointer leads to; undefined where there is none. */
export function findValue(data: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], data);
}

/** Finds the places that hold no such text. */
export function checkTexts(data: unknown, { pointers, pattern, expected }: TextRule): Problem[] {
  return pointers.flatMap((pointer) => {
    const value = findValue(data, pointer);
    if (typeof value === "string" && pattern.test(value)) return [];
    const message = `must be ${expected}, got ${showValue(value)}`;
    return [{ code: "bad-project", pointer, message, cure: "see site/README.md" }];
  });
}
