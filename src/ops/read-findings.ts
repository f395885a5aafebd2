import type { SchemaObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { checkSchema } from "./check-schema.ts";
import type { VantageFindings } from "./merge-findings.ts";
import { readJson } from "./read-json.ts";

const [TEXT, FLAG, NUMBER] = [{ type: "string" }, { type: "boolean" }, { type: "number" }];
const TIME = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z$" };

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
    vantage: { type: "string", minLength: 1 },
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
export function readFindings(text: string, file: string): FindingsReading {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { point: undefined, problems };
  const faults = checkSchema(value, { ...CHECK, file });
  return { point: faults.length > 0 ? undefined : (value as VantageFindings), problems: faults };
}
