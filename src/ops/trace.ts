import { describeAge, readAge } from "./describe-age.ts";
import { CLOCK_SLACK_MS } from "./possible-time.ts";
import type { Fault } from "./probe-fault.ts";
import { HOUR_MS } from "./durations.ts";

/** Where mirrors say when they last synchronised, and how old that may be: from the pool's `trace_path` and `trace_max_age_hours`. */
export interface TraceRule {
  readonly path: string;
  /** Undefined: the age is told, and no mirror is outdated for it. */
  readonly maxAgeHours: number | undefined;
}

/** What a trace file told. */
export interface TraceObservation {
  /** When the mirror last synchronised (ISO 8601, UTC); undefined where the file does not tell. */
  readonly synced?: string;
  /** That it was too long ago. */
  readonly fault?: Fault;
  /** Why the file tells nothing, in words that follow "its trace file". Example: "answers 404". */
  readonly trouble?: string;
}

const UNIX_SECONDS = /^\d{9,11}$/;
const ISO_8601 = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
/** What `date -u` prints, as in Debian's trace files: "Sat Nov 21 04:30:00 UTC 2026". */
const DATE_COMMAND = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (?:UTC|GMT) (\d{4})$/;

/** Writes a zone as every engine reads it; none means UTC. */
function toZone(zone = "Z"): string {
  if (/^(z|utc)$/i.test(zone)) return "Z";
  const digits = zone.replace(":", "").padEnd(5, "0");
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").trim();
}

/** Reads the time in the first line of a trace file: ISO 8601, Unix seconds, or as `date -u` prints it. */
export function readTraceTime(text: string): Date | undefined {
  const line = firstLine(text);
  const [, date, time = "00:00", zone] = ISO_8601.exec(line) ?? [];
  const [, month, day, clock, year] = DATE_COMMAND.exec(line) ?? [];
  const moment = UNIX_SECONDS.test(line)
    ? new Date(Number(line) * 1000)
    : new Date(
        date ? `${date}T${time}${toZone(zone)}` : `${day ?? ""} ${month ?? ""} ${year ?? ""} ${clock ?? ""} UTC`,
      );
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function findAgeFault(synced: string, maxAgeHours: number | undefined, now: Date): Fault | undefined {
  if (maxAgeHours === undefined || readAge(synced, now) <= maxAgeHours * HOUR_MS) return undefined;
  const allowed = maxAgeHours === 1 ? "1 hour" : `${maxAgeHours} hours`;
  return { code: "old-trace", reason: `last synced ${describeAge(synced, now)}, the pool allows ${allowed}` };
}

/** Judges the text of a trace file: when the mirror last synchronised, and whether that is too long ago. */
export function judgeTrace(text: string, { maxAgeHours }: TraceRule, now: Date): TraceObservation {
  const moment = readTraceTime(text);
  if (!moment) return { trouble: `begins with no time, got ${JSON.stringify(firstLine(text).slice(0, 40))}` };
  const synced = moment.toISOString();
  if (readAge(synced, now) < -CLOCK_SLACK_MS) return { trouble: `tells of a time to come (${synced})` };
  const fault = findAgeFault(synced, maxAgeHours, now);
  return { synced, ...(fault && { fault }) };
}
