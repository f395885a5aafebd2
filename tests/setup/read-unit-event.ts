import { resolve } from "node:path";
import type { Tally } from "./tally.ts";

/** What node:test tells of one test, suite or file, as far as it is read here. */
export interface UnitEvent {
  readonly kind: "pass" | "fail";
  readonly name: string;
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined; readonly error?: Error | undefined };
}

/** An error by node:test names what kind of fault it stands for. */
function isCountedBelow(error: Error | undefined): boolean {
  return error !== undefined && "failureType" in error && error.failureType === "subtestsFailed";
}

function findFault({ kind, name, file = "", skip, todo, details }: UnitEvent): string | undefined {
  if (skip !== undefined) return "was skipped";
  if (todo !== undefined) return "is to be done";
  // node:test reports a file by its path when it has no tests, or ended before them.
  if (name === resolve(file)) return kind === "fail" ? "ended with a fault" : "ran no test";
  return kind === "fail" && !isCountedBelow(details.error) ? "did not pass" : undefined;
}

/**
 * Reads what one event adds to the tally: a suite nothing, a skipped test a failure. Only a suite that says why, for want of a
 * program, is a skip of its own kind.
 */
export function readUnitEvent(event: UnitEvent): Tally {
  const { name, file = "", skip, details } = event;
  if (typeof skip === "string" && skip !== "" && details.type === "suite")
    return { passed: 0, failures: [], skips: [`${file}: "${name}": ${skip}`] };
  const fault = findFault(event);
  if (fault !== undefined) return { passed: 0, failures: [`${file}: "${name}" ${fault}`] };
  return { passed: event.kind === "pass" && details.type !== "suite" ? 1 : 0, failures: [] };
}
