import type { Problem } from "../core/problem.ts";
import { describeAge } from "./describe-age.ts";
import { CERTIFICATE_DAYS, type Diagnosis } from "./doctor-diagnosis.ts";
import { fitColumns } from "./fit-columns.ts";
import { renderProblem } from "./render-problem.ts";
import { renderPercent } from "./simulate-table.ts";

/** What the screen depends on beside the state of the pool. */
export interface ScreenOptions {
  readonly now: Date;
  /** How wide the facts may be, in characters. */
  readonly width: number;
  readonly paintHead: (text: string) => string;
}

/** As many lines of one kind as one screen takes. */
const MOST_LINES = 12;

function describeList({ list }: Diagnosis, now: Date): string {
  if (!list) return "none looked at";
  const made = list.generated === undefined ? "made at an unknown time" : `made ${describeAge(list.generated, now)}`;
  const end = list.expires === undefined ? "good for ever" : `ends ${describeAge(list.expires, now)}`;
  return `${made}, ${end} (${list.file})`;
}

function describeMirrors({ mirrors }: Diagnosis): string {
  const { total, disabled, usable, usable_weight, weight } = mirrors;
  const off = disabled > 0 ? `; ${disabled} disabled by a maintainer` : "";
  return `${usable} of ${total} usable, weight ${usable_weight} of ${weight}${off}`;
}

function describeCertificates({ certificates }: Diagnosis): string {
  if (certificates.length === 0) return `none known to end within ${CERTIFICATE_DAYS} days`;
  const list = certificates.map(({ url_prefix, days }) => `${new URL(url_prefix).host} in ${days} days`);
  const more = list.length > 3 ? `, and ${list.length - 3} more` : "";
  return `${list.length} within ${CERTIFICATE_DAYS} days: ${list.slice(0, 3).join(", ")}${more}`;
}

function describeFloor({ floor }: Diagnosis): string {
  const left = `findings leave ${renderPercent(floor.left)} of the weight`;
  return floor.failed_open ? `failed open: ${left}, so nobody is left out` : `holds: ${left}`;
}

function listFacts(diagnosis: Diagnosis, now: Date): [string, string][] {
  const { probed, never_probed, oldest_sync: oldest } = diagnosis;
  return [
    ["list", describeList(diagnosis, now)],
    ["last probe", probed === null ? "never" : describeAge(probed, now)],
    ["mirrors", describeMirrors(diagnosis)],
    ["never probed", never_probed.length === 0 ? "none" : String(never_probed.length)],
    ["certificates", describeCertificates(diagnosis)],
    ...(oldest
      ? [["oldest sync", `${describeAge(oldest.synced, now)} (${oldest.url_prefix})`] as [string, string]]
      : []),
    ["floor", describeFloor(diagnosis)],
  ];
}

/** Gives the first lines, and how many there are beyond. */
function cut(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} more; see them all with "--json"`] : [...lines];
}

function listTroubled({ troubled }: Diagnosis, now: Date): string[] {
  return troubled.map(
    ({ url_prefix, verdict, since, reason }) =>
      `${verdict.padEnd(8)}  ${url_prefix}  found ${describeAge(since, now)}: ${reason}`,
  );
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", head, ...cut(lines)];
}

/** Renders the state of a pool as one screen: facts, mirrors in trouble, and what needs a person. */
export function renderDoctorScreen(
  diagnosis: Diagnosis | undefined,
  problems: readonly Problem[],
  { now, width, paintHead }: ScreenOptions,
): string {
  const alignments = ["left", "left"] as const;
  const facts = diagnosis ? [fitColumns([], listFacts(diagnosis, now), { alignments, paintHead, width })] : [];
  const person = problems.map((problem, index) => `${index + 1}. ${renderProblem(problem)}`);
  return [
    ...facts,
    ...section(paintHead("in trouble"), diagnosis ? listTroubled(diagnosis, now) : []),
    ...section(paintHead("needs a person"), person),
  ]
    .join("\n")
    .replace(/^\n/, "");
}
