import type { DayHistory, MirrorStatus, Status, Verdict } from "./status.ts";
import type { Finding } from "./verdict.ts";

/** How many findings in a row must speak against a verdict to change it. */
export const CONTRARY_FINDINGS = 3;

/** How many days the history keeps. */
export const HISTORY_DAYS = 30;

/** A finding about a mirror that could be asked. */
type AskedFinding = Finding & { readonly verdict: Verdict };

function isAsked(finding: Finding): finding is AskedFinding {
  return finding.verdict !== "unasked";
}

function recordDay(history: readonly DayHistory[], { checked, verdict }: AskedFinding): DayHistory[] {
  const day = checked.slice(0, 10);
  const before = history.find((entry) => entry.day === day) ?? { day, checks: 0, up: 0 };
  const today = { day, checks: before.checks + 1, up: before.up + (verdict === "up" ? 1 : 0) };
  return [...history.filter((entry) => entry.day !== day), today]
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(-HISTORY_DAYS);
}

/** Gives what a mirror is thought to be after a finding: the part that hysteresis holds back. */
function settle(previous: MirrorStatus | undefined, { verdict, reason, checked }: AskedFinding) {
  const isContrary = previous !== undefined && previous.verdict !== verdict;
  const contrary = isContrary ? previous.contrary + 1 : 0;
  if (isContrary && contrary < CONTRARY_FINDINGS)
    return { verdict: previous.verdict, reason: previous.reason, since: previous.since, contrary };
  return { verdict, reason, since: previous?.verdict === verdict ? previous.since : checked, contrary: 0 };
}

/**
 * Gives a mirror's status after a finding. The first finding decides; later ones change the verdict when three in a row speak
 * against it. What was measured counts at once, and so does what the mirror lacks: nobody is to be sent to a 404. A mirror that
 * could not be asked keeps its status, or its lack of one.
 */
export function updateMirror(previous: MirrorStatus | undefined, finding: Finding): MirrorStatus | undefined {
  if (!isAsked(finding)) return previous;
  const { verdict: found, lacks, ...facts } = finding;
  const answered = found === "up" || found === "outdated";
  return {
    ...facts,
    ...settle(previous, finding),
    lacks: answered ? lacks : (previous?.lacks ?? []),
    ...(previous?.effective_weight !== undefined && { effective_weight: previous.effective_weight }),
    history: recordDay(previous?.history ?? [], finding),
  };
}

/** When and from where a pool was probed. */
export interface ProbeRound {
  /** ISO 8601, UTC. */
  readonly probed: string;
  readonly vantagePoints: readonly string[];
}

/** Gives the status of the pool after a probe of it: one entry for each mirror found, in the order of the findings. */
export function updateStatus(
  previous: Status | undefined,
  findings: readonly Finding[],
  { probed, vantagePoints }: ProbeRound,
): Status {
  const known = new Map(previous?.mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  const mirrors = findings.flatMap((finding) => updateMirror(known.get(finding.url_prefix), finding) ?? []);
  return {
    ...(previous?.$schema !== undefined && { $schema: previous.$schema }),
    version: 1,
    probed,
    ...(vantagePoints.length > 0 && { vantage_points: vantagePoints }),
    mirrors,
  };
}
