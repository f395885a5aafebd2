import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import type { VantageFindings } from "./merge-findings.ts";
import { isPossibleTime } from "./possible-time.ts";

type Fault = Omit<Problem, "file">;

function listTimes({ probed, findings }: VantageFindings): [pointer: string, time: string | undefined][] {
  const below = findings.flatMap(({ checked, synced }, index): [string, string | undefined][] => [
    [`/findings/${index}/checked`, checked],
    [`/findings/${index}/synced`, synced],
  ]);
  return [["/probed", probed], ...below];
}

function findImpossibleTimes(point: VantageFindings, now: Date): Fault[] {
  return listTimes(point).flatMap(([pointer, time]) => {
    if (time === undefined || isPossibleTime(time, now)) return [];
    const message = `must be a time that has come, got ${showValue(time)}`;
    return [
      { code: "impossible-time", pointer, message, cure: "set the clock of the machine that probed, and probe again" },
    ];
  });
}

function findTwins({ findings }: VantageFindings): Fault[] {
  const seen = new Set<string>();
  return findings.flatMap(({ url_prefix }, index) => {
    if (!seen.has(url_prefix)) return (seen.add(url_prefix), []);
    const message = `must be another mirror than the findings before, got ${showValue(url_prefix)} again`;
    const pointer = `/findings/${index}/url_prefix`;
    return [{ code: "duplicate-finding", pointer, message, cure: 'merge what "probe --json" printed, as it is' }];
  });
}

function findEmptiness({ findings }: VantageFindings): Fault[] {
  if (findings.length > 0) return [];
  const message = "must hold a finding at least, got none";
  return [{ code: "no-findings", pointer: "/findings", message, cure: "probe again there, or leave the file out" }];
}

/** Checks the meaning of findings whose shape is right: every mirror has one vote, and every time has come. */
export function checkFindings(point: VantageFindings, file: string, now: Date): Problem[] {
  const faults = [...findImpossibleTimes(point, now), ...findTwins(point), ...findEmptiness(point)];
  return faults.map((fault) => ({ ...fault, file }));
}
