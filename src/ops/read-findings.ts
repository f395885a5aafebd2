import type { SchemaObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { checkFindings } from "./check-findings.ts";
import { checkSchema } from "./check-schema.ts";
import type { VantageFindings } from "./merge-findings.ts";
import { readJson } from "./read-json.ts";
import { VANTAGE_NAME } from "./vantage-name.ts";

const [TEXT, FLAG, NUMBER] = [{ type: "string" }, { type: "boolean" }, { type: "number" }];
const TIME = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$",
  description: 'a time in UTC, such as "2026-11-21T04:30:00.000Z"',
};
const VANTAGE = {
  type: "string",
  pattern: VANTAGE_NAME,
  description:
    'the name of one place, such as "fra1", as "probe --vantage" takes it; what was merged is not merged again',
};

const FINDING_SCHEMA = {
  type: "object",
  required: ["url_prefix", "verdict", "reason", "checked", "lacks"],
  properties: {
    url_prefix: TEXT,
    verdict: { enum: ["up", "down", "outdated", "wrong", "unasked"] },
    reason: TEXT,
    checked: TIME,
    lacks: { type: "array", items: TEXT },
    latency_ms: NUMBER,
    bytes_per_second: NUMBER,
    synced: TIME,
    certificate_days: NUMBER,
    ipv4: FLAG,
    ipv6: FLAG,
    ranges: FLAG,
    cors: FLAG,
  },
  additionalProperties: false,
};

/** What `probe --json` prints; only these keys count, others may join them. */
const FINDINGS_SCHEMA: SchemaObject = {
  type: "object",
  required: ["vantage", "probed", "findings"],
  properties: {
    vantage: VANTAGE,
    probed: TIME,
    findings: { type: "array", items: FINDING_SCHEMA },
  },
};

const CHECK = { schema: FINDINGS_SCHEMA, formats: {}, wording: () => undefined };

/** What came of a strict check: the findings when nothing is wrong, else everything that is. */
export interface FindingsReading {
  readonly point: VantageFindings | undefined;
  readonly problems: readonly Problem[];
}

/** Checks the text that `probe --json` printed at a vantage point. */
export function readFindings(text: string, file: string, now: Date): FindingsReading {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { point: undefined, problems };
  const shapeFaults = checkSchema(value, { ...CHECK, file });
  if (shapeFaults.length > 0) return { point: undefined, problems: shapeFaults };
  const point = value as VantageFindings;
  const faults = checkFindings(point, file, now);
  return { point: faults.length > 0 ? undefined : point, problems: faults };
}
