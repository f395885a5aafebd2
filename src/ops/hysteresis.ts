import { isLaterThan, isPossibleTime } from "./possible-time.ts";
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

/** Counts a finding in; days that have not come are forgotten: sorted last, they would push out the days that have. */
function recordDay(history: readonly DayHistory[], { checked, verdict }: AskedFinding, now: Date): DayHistory[] {
  const day = checked.slice(0, 10);
  const before = history.find((entry) => entry.day === day) ?? { day, checks: 0, up: 0 };
  const today = { day, checks: before.checks + 1, up: before.up + (verdict === "up" ? 1 : 0) };
  return [...history.filter((entry) => entry.day !== day && isPossibleTime(entry.day, now)), today]
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(-HISTORY_DAYS);
}

type Settled = Pick<MirrorStatus, "verdict" | "reason" | "since" | "contrary">;

/** When a verdict began; what cannot be true is forgotten. */
function readSince(previous: MirrorStatus | undefined, { checked }: AskedFinding, now: Date): string {
  return previous && isPossibleTime(previous.since, now) ? previous.since : checked;
}

function confirm(previous: MirrorStatus | undefined, finding: AskedFinding, now: Date): Settled {
  const { verdict, reason } = finding;
  return { verdict, reason, since: readSince(previous, finding, now), contrary: 0 };
}

function contradict(previous: MirrorStatus, finding: AskedFinding, now: Date): Settled {
  const { verdict, reason, contrary } = previous;
  const since = readSince(previous, finding, now);
  if (contrary + 1 < CONTRARY_FINDINGS) return { verdict, reason, since, contrary: contrary + 1 };
  return { verdict: finding.verdict, reason: finding.reason, since: finding.checked, contrary: 0 };
}

/** Gives what a mirror is thought to be after a finding: the part that hysteresis holds back. */
function settle(previous: MirrorStatus | undefined, finding: AskedFinding, now: Date): Settled {
  const isContrary = previous !== undefined && previous.verdict !== finding.verdict;
  return isContrary ? contradict(previous, finding, now) : confirm(previous, finding, now);
}

/**
 * Gives a mirror's status after a finding. The first finding decides; later ones change the verdict when three in a row speak
 * against it. What was measured counts at once, and so does what the mirror lacks: nobody is to be sent to a 404. A finding that is not later than the one before changes nothing, as it was heard
 * already or is out of date; a mirror that could not be asked keeps its status, or its lack of one.
 */
export function updateMirror(
  previous: MirrorStatus | undefined,
  finding: Finding,
  now: Date,
): MirrorStatus | undefined {
  if (!isAsked(finding)) return previous;
  if (previous && !isLaterThan(previous.checked, finding.checked, now)) return previous;
  const { verdict: found, lacks, ...facts } = finding;
  const answered = found === "up" || found === "outdated";
  return {
    ...facts,
    ...settle(previous, finding, now),
    lacks: answered ? lacks : (previous?.lacks ?? []),
    ...(previous?.effective_weight !== undefined && { effective_weight: previous.effective_weight }),
    history: recordDay(previous?.history ?? [], finding, now),
  };
}

/** When and from where a pool was probed. */
export interface ProbeRound {
  /** ISO 8601, UTC. */
  readonly probed: string;
  readonly vantagePoints: readonly string[];
}

/** What is to be joined with a status. */
export interface StatusUpdate {
  readonly findings: readonly Finding[];
  readonly round: ProbeRound;
  /** By the clock of the machine that keeps the status. */
  readonly now: Date;
}

/** Gives the later of the last round and this one; a round that told nothing new of any mirror was none. */
function pickRound(
  previous: Status | undefined,
  { round, now }: StatusUpdate,
  mirrors: readonly MirrorStatus[],
): ProbeRound {
  const known = new Set(previous?.mirrors);
  const isNews = mirrors.some((mirror) => !known.has(mirror));
  if (!previous || (isNews && isLaterThan(previous.probed, round.probed, now))) return round;
  return { probed: previous.probed, vantagePoints: previous.vantage_points ?? [] };
}

/**
 * Gives the status of the pool after a probe of it: one entry for each mirror found, in the order of the findings. Its time never
 * goes back: of two rounds, the later one is told.
 */
export function updateStatus(previous: Status | undefined, update: StatusUpdate): Status {
  const known = new Map(previous?.mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  const mirrors = update.findings.flatMap(
    (finding) => updateMirror(known.get(finding.url_prefix), finding, update.now) ?? [],
  );
  const { probed, vantagePoints } = pickRound(previous, update, mirrors);
  return {
    ...(previous?.$schema !== undefined && { $schema: previous.$schema }),
    version: 1,
    probed,
    ...(vantagePoints.length > 0 && { vantage_points: vantagePoints }),
    ...(previous?.weight_scale !== undefined && { weight_scale: previous.weight_scale }),
    ...(previous?.weight_step && { weight_step: previous.weight_step }),
    ...(previous?.balance && { balance: previous.balance }),
    mirrors,
  };
}
