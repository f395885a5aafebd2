import type { Found } from "./list-format.ts";

/** An object from outside. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Tells whether a value is an object with keys: neither null nor an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Gives what an object itself holds under a key, never what it inherits; undefined for anything that is no object. */
export function findOwn(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Gives what an object holds under a key, and its place. */
export function findValue(value: unknown, key: string, item: string): Found {
  return { item: `${item}/${key}`, value: findOwn(value, key) };
}

/** Tells whether a value says nothing: many programs write every key, and leave those empty that nobody filled in. */
export function isEmpty(value: unknown): boolean {
  const isBlank = typeof value === "string" && value.trim() === "";
  return isBlank || value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
