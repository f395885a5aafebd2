import type { Finding } from "./verdict.ts";

/** What one vantage point found. */
export interface VantageFindings {
  /** Its name, such as "fra1". */
  readonly vantage: string;
  /** When it probed (ISO 8601, UTC). */
  readonly probed: string;
  readonly findings: readonly Finding[];
}

interface Seen {
  readonly vantage: string;
  readonly finding: Finding;
}

function explain(seen: readonly Seen[], count: number): string {
  const [first] = seen;
  const names = seen.map(({ vantage }) => vantage).join(", ");
  const reason = first?.finding.reason ?? "";
  return seen.length === count ? reason : `from ${seen.length} of ${count} vantage points (${names}): ${reason}`;
}

/** Wrong anywhere is wrong, down needs more than half, and what is missing anywhere is missing. */
function decide(asked: readonly Seen[]): Pick<Finding, "verdict" | "reason"> {
  const found = (verdict: Finding["verdict"]) => asked.filter(({ finding }) => finding.verdict === verdict);
  const [wrong, down, outdated] = [found("wrong"), found("down"), found("outdated")];
  const count = asked.length;
  if (wrong.length > 0) return { verdict: "wrong", reason: explain(wrong, count) };
  if (down.length * 2 > count) return { verdict: "down", reason: explain(down, count) };
  if (outdated.length > 0) return { verdict: "outdated", reason: explain(outdated, count) };
  const note = down.length > 0 ? `; ${explain(down, count)}` : "";
  return { verdict: "up", reason: `${found("up")[0]?.finding.reason ?? "carries the release"}${note}` };
}

type NumberKey = "latency_ms" | "bytes_per_second" | "certificate_days";
type FlagKey = "ipv4" | "ipv6" | "ranges" | "cors";

function mergeNumber(findings: readonly Finding[], key: NumberKey, pick: (values: number[]) => number | undefined) {
  const value = pick(findings.flatMap((finding) => finding[key] ?? []).sort((one, other) => one - other));
  return value === undefined ? {} : { [key]: value };
}

function mergeFlag(findings: readonly Finding[], key: FlagKey, isEnough: "some" | "every") {
  const values = findings.flatMap((finding) => finding[key] ?? []);
  return values.length === 0 ? {} : { [key]: values[isEnough](Boolean) };
}

function median(values: readonly number[]): number | undefined {
  return values[Math.floor((values.length - 1) / 2)];
}

/** A mirror is as old as its oldest part: one of its addresses may be behind. */
function mergeSynced(findings: readonly Finding[]): Pick<Finding, "synced"> {
  const [synced] = findings.flatMap((finding) => finding.synced ?? []).sort();
  return synced === undefined ? {} : { synced };
}

function mergeFacts(findings: readonly Finding[]): Partial<Finding> {
  return {
    ...mergeNumber(findings, "latency_ms", median),
    ...mergeNumber(findings, "bytes_per_second", median),
    ...mergeSynced(findings),
    ...mergeNumber(findings, "certificate_days", ([least]) => least),
    ...mergeFlag(findings, "ipv4", "some"),
    ...mergeFlag(findings, "ipv6", "some"),
    ...mergeFlag(findings, "ranges", "every"),
    ...mergeFlag(findings, "cors", "every"),
  };
}

function mergeMirror(url_prefix: string, seen: readonly Seen[], probed: string): Finding {
  const asked = seen.filter(({ finding }) => finding.verdict !== "unasked");
  const reason = "not probed: none of the vantage points asked it";
  if (asked.length === 0)
    return seen[0]?.finding ?? { url_prefix, verdict: "unasked", reason, checked: probed, lacks: [] };
  const findings = asked.map(({ finding }) => finding);
  const checked = findings.reduce((latest, finding) => (finding.checked > latest ? finding.checked : latest), "");
  const lacks = [...new Set(findings.flatMap((finding) => finding.lacks))];
  return { url_prefix, checked, ...decide(asked), lacks, ...mergeFacts(findings) };
}

/** Gives when the last of the vantage points probed (ISO 8601, UTC). */
export function findLatest(points: readonly VantageFindings[]): string {
  return points.reduce((latest, { probed }) => (probed > latest ? probed : latest), "");
}

/**
 * Makes one finding a mirror of what several vantage points found, in the order of the prefixes. A mirror is down when more than
 * half of those that could ask it say so; wrong when any of them got something wrong; a path is lacking when it lacks anywhere.
 */
export function mergeFindings(prefixes: readonly string[], points: readonly VantageFindings[]): Finding[] {
  const byPrefix = new Map<string, Seen[]>(prefixes.map((prefix) => [prefix, []]));
  for (const { vantage, findings } of points)
    for (const finding of findings) byPrefix.get(finding.url_prefix)?.push({ vantage, finding });
  return [...byPrefix].map(([prefix, seen]) => mergeMirror(prefix, seen, findLatest(points)));
}
