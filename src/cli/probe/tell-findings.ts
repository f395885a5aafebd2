import { styleText } from "node:util";
import type { MaintainedMirror } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { FLOOR_DIVISOR, judgeMirrors, shareLeft } from "../../ops/judge-mirrors.ts";
import { renderFindings } from "../../ops/render-findings.ts";
import { findStatusChanges } from "../../ops/status-changes.ts";
import type { Status } from "../../ops/status.ts";
import type { FoundVerdict } from "../../ops/probe-fault.ts";
import type { Finding } from "../../ops/verdict.ts";
import { renderProblem } from "../../ops/render-problem.ts";
import type { ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import type { ProbeCommandOptions } from "./read-options.ts";

/** All that came of a probe. */
export interface ProbeResult {
  readonly vantagePoints: readonly string[];
  /** ISO 8601, UTC. */
  readonly probed: string;
  /** What drew the pieces; undefined where findings were merged. */
  readonly seed?: string;
  readonly findings: readonly Finding[];
  readonly mirrors: readonly MaintainedMirror[];
  readonly before: Status | undefined;
  readonly after: Status;
}

const COLORS = { up: "green", down: "red", wrong: "red", outdated: "yellow", unasked: "dim" } as const;

/** Tells which verdicts change in the file, or would. */
export function tellChanges(
  before: Status | undefined,
  after: Status,
  { file, write, host }: { readonly file: string; readonly write: boolean; readonly host: Host },
): void {
  for (const change of findStatusChanges(before, after)) {
    // A pool that is probed for the first time would else be told twice.
    if (!change.before && change.after === "up") continue;
    const step = `${change.before ?? "unknown"} -> ${change.after}`;
    host.tell(`${file}: ${change.url_prefix} ${step}: ${change.reason}`);
  }
  if (!write) host.tell(`${file} was left as it is; "--write" keeps these verdicts`);
}

function hasFailedOpen({ mirrors, after }: ProbeResult): boolean {
  return mirrors.some(({ weight }) => weight > 0) && shareLeft(judgeMirrors(mirrors, after)) * FLOOR_DIVISOR < 1;
}

/** Gives the findings that ask for somebody's attention; a mirror that a maintainer disabled has it already. */
function listTroubled({ findings, mirrors }: ProbeResult): Finding[] {
  const inUse = new Set(mirrors.filter(({ weight }) => weight > 0).map(({ url_prefix }) => url_prefix));
  return findings.filter(
    ({ url_prefix, verdict }) => inUse.has(url_prefix) && verdict !== "up" && verdict !== "unasked",
  );
}

function showTable({ findings, after }: ProbeResult, host: Host): void {
  const paintHead = (text: string): string => (host.hasColor ? styleText("bold", text) : text);
  const paintVerdict = (text: string, verdict: FoundVerdict): string =>
    host.hasColor ? styleText(COLORS[verdict], text) : text;
  host.out(`${renderFindings(findings, after, { paintHead, paintVerdict, width: host.lineWidth })}\n`);
}

interface Keeping {
  readonly written: boolean;
  readonly problems: readonly Problem[];
}

function showJson(result: ProbeResult, { written, problems }: Keeping, host: Host): void {
  const { vantagePoints, probed, seed, findings, before, after } = result;
  const data = {
    version: 1,
    vantage: vantagePoints.join("+"),
    vantage_points: vantagePoints,
    probed,
    ...(seed !== undefined && { seed }),
    findings,
    changes: findStatusChanges(before, after),
    failed_open: hasFailedOpen(result),
    written,
    problems,
  };
  host.out(`${JSON.stringify(data, undefined, 2)}\n`);
}

/** Tells what was found: the data on stdout, a summary on stderr; gives 1 when a mirror in use was found not up. */
export function tellFindings(result: ProbeResult, options: ProbeCommandOptions, host: Host): ExitCode {
  if (options.json) showJson(result, { written: options.write, problems: [] }, host);
  else showTable(result, host);
  const [troubled, unasked] = [listTroubled(result), result.findings.filter(({ verdict }) => verdict === "unasked")];
  if (hasFailedOpen(result))
    host.tell(
      "floor: the verdicts would leave less than a third of the weight, so nobody is left out for them; look whether the probe's own network is at fault",
    );
  const next = options.write ? '; next: "fairmirror publish --write"' : "";
  const note = unasked.length > 0 ? `; ${unasked.length} not probed` : "";
  const count = result.findings.length;
  host.tell(`${troubled.length} of ${count} mirrors are in use and not up${note}${next}`);
  return troubled.length > 0 ? 1 : 0;
}

/**
 * Gives findings that could not be kept as JSON, whatever was asked for, so that they can be merged later: to ask the mirrors takes
 * long, and what was seen is not to be had again.
 */
export function tellUnkept(result: ProbeResult, problems: readonly Problem[], host: Host): ExitCode {
  showJson(result, { written: false, problems }, host);
  for (const problem of problems) host.tell(renderProblem(problem));
  host.tell(
    result.seed === undefined
      ? "nothing was kept; the files that were merged are as they were: mend this, and run it again"
      : 'nothing was kept, but the findings stand above on stdout: save them as a file, mend this, and run "fairmirror probe --merge FILE --write"',
  );
  return 1;
}
