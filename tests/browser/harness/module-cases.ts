import { readPool } from "../../../src/core/index.ts";
import { POOLS, REWRITES, SESSIONS, SHARES } from "../../core/vectors.ts";

/** The vectors of one file, and what must come of each in a page that imports the built module. */
export interface ModuleCase {
  /** As `runVectors` of tests/pages/core.html takes it. */
  readonly kind: string;
  readonly vectors: readonly { readonly name: string }[];
  /** By name, in the order of the vectors. */
  readonly expected: readonly { readonly name: string; readonly result: unknown }[];
}

function makeCase<Vector extends { readonly name: string }>(
  kind: string,
  vectors: readonly Vector[],
  expect: (vector: Vector) => unknown,
): ModuleCase {
  return { kind, vectors, expected: vectors.map((vector) => ({ name: vector.name, result: expect(vector) })) };
}

/** The vectors name one code that must be told; which others are, the source tells, as it was held to the vectors. */
function expectPool({ data, kept = [] }: (typeof POOLS)[number]): unknown {
  return { kept, codes: readPool(data).problems.map(({ code }) => code) };
}

/** Every vector that the core has, for pages. */
export const MODULE_CASES: readonly ModuleCase[] = [
  makeCase("pools", POOLS, expectPool),
  makeCase("rewrites", REWRITES, ({ url, rewritten }) => ({
    rewritten,
    back: rewritten === null ? null : new URL(url).href,
  })),
  makeCase("sessions", SESSIONS, ({ draws, order }) => ({ draws, order })),
  makeCase("shares", SHARES, ({ shares }) => ({ shares })),
];

/** Puts the names of the vectors to what came of them, so that a failure tells which it was. */
export function nameResults({ vectors }: ModuleCase, results: unknown): unknown {
  return vectors.map(({ name }, index) => ({ name, result: (results as unknown[])[index] }));
}
