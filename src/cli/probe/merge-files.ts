import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { findLatest, mergeFindings, type VantageFindings } from "../../ops/merge-findings.ts";
import { readFindings } from "../../ops/read-findings.ts";
import type { Finding } from "../../ops/verdict.ts";
import type { Host } from "../host.ts";

/** What came of merging: what all vantage points found together, or why it could not be read. */
export interface MergeOutcome {
  readonly merged:
    | { readonly vantagePoints: readonly string[]; readonly probed: string; readonly findings: readonly Finding[] }
    | undefined;
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly file: string;
  readonly point: VantageFindings | undefined;
  readonly problems: readonly Problem[];
}

async function readFile(file: string, host: Host): Promise<Reading> {
  const reading = await host.readText(file);
  if ("problem" in reading) return { file, point: undefined, problems: [reading.problem] };
  return { file, ...readFindings(reading.text, file, host.now()) };
}

/** Finds names that come twice: one place's word would count for two. */
function findTwins(readings: readonly Reading[]): Problem[] {
  const names = readings.map(({ point }) => point?.vantage);
  return readings.flatMap(({ file, point }, index) => {
    if (!point || names.indexOf(point.vantage) === index) return [];
    const message = `must be from another vantage point than the files before, got "${point.vantage}" again`;
    const cure = 'leave one file out, or name the places with "probe --vantage NAME"';
    return [{ code: "duplicate-vantage", file, pointer: "/vantage", message, cure }];
  });
}

/** Tells of mirrors that are not in the pool, and leaves out the places that say nothing of any other. */
function dropStrangers(pool: MaintainedPool, readings: readonly Reading[], host: Host): VantageFindings[] {
  const known = new Set(pool.mirrors.map(({ url_prefix }) => url_prefix));
  return readings.flatMap(({ file, point }) => {
    const findings = point?.findings ?? [];
    const strange = findings.filter(({ url_prefix }) => !known.has(url_prefix));
    for (const { url_prefix } of strange) host.tell(`${file}: passed over ${url_prefix}, which is not in the pool`);
    return point && findings.length > strange.length ? [point] : [];
  });
}

function findSilence(points: readonly VantageFindings[], files: readonly string[]): Problem[] {
  if (points.length > 0) return [];
  const message = "must have a finding about a mirror of the pool, got none";
  const cure = 'probe again with the same mirrors.json, or name the folder with "--mirrors"';
  return files.map((file) => ({ code: "no-findings", file, pointer: "/findings", message, cure }));
}

/** Reads what several vantage points printed with `--json`, and makes one finding for each mirror of the pool. */
export async function mergeFiles(pool: MaintainedPool, files: readonly string[], host: Host): Promise<MergeOutcome> {
  const readings = await Promise.all(files.map((file) => readFile(file, host)));
  const problems = [...readings.flatMap((reading) => reading.problems), ...findTwins(readings)];
  if (problems.length > 0) return { merged: undefined, problems };
  const points = dropStrangers(pool, readings, host);
  const silence = findSilence(points, files);
  if (silence.length > 0) return { merged: undefined, problems: silence };
  const prefixes = pool.mirrors.map(({ url_prefix }) => url_prefix);
  const vantagePoints = points.map(({ vantage }) => vantage);
  return {
    merged: { vantagePoints, probed: findLatest(points), findings: mergeFindings(prefixes, points) },
    problems: [],
  };
}
