import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { findNearest } from "../find-nearest.ts";
import type { Judgement } from "../judge-mirrors.ts";
import type { LoadRow } from "./read-loads.ts";

function findUnknown(rows: readonly LoadRow[], known: readonly string[], file: string): Problem[] {
  return rows.flatMap(({ url_prefix }, index) => {
    if (known.includes(url_prefix)) return [];
    const message = `must be a mirror of the pool, got ${showValue(url_prefix)}`;
    const near = findNearest(url_prefix, known);
    const cure = near === undefined ? "remove the row, or add the mirror to mirrors.json" : `write ${showValue(near)}`;
    return [{ code: "unknown-load", file, pointer: `/${index}/url_prefix`, message, cure }];
  });
}

function findMissing(rows: readonly LoadRow[], inUse: readonly string[], file: string): Problem[] {
  const told = new Set(rows.map(({ url_prefix }) => url_prefix));
  return inUse
    .filter((url_prefix) => !told.has(url_prefix))
    .map((url_prefix) => {
      const message = `must tell the clients of every mirror in use, got none for ${showValue(url_prefix)}`;
      return { code: "missing-load", file, pointer: "", message, cure: "add its row; 0 clients where it has none" };
    });
}

/** Tells whether visitors are led to a mirror, or would be if balancing did not relieve it. */
export function isInUse({ cause }: Judgement): boolean {
  return cause === undefined || cause === "balance";
}

/** Checks a table of loads against the pool: it must know its mirrors, and tell of all that are in use, or no share would be right. */
export function checkLoads(rows: readonly LoadRow[], judgements: readonly Judgement[], file: string): Problem[] {
  const known = judgements.map(({ mirror }) => mirror.url_prefix);
  const inUse = judgements.filter(isInUse).map(({ mirror }) => mirror.url_prefix);
  return [...findUnknown(rows, known, file), ...findMissing(rows, inUse, file)];
}
