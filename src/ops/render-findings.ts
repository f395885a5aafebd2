import { describeAge } from "./describe-age.ts";
import { fitColumns, type FitOptions } from "./fit-columns.ts";
import { CONTRARY_FINDINGS } from "./hysteresis.ts";
import { nameMirrors } from "./name-mirrors.ts";
import type { FoundVerdict } from "./probe-fault.ts";
import type { MirrorStatus, Status } from "./status.ts";
import type { Finding } from "./verdict.ts";

/** How findings are drawn. */
export interface FindingsLook extends Pick<FitOptions, "paintHead" | "width"> {
  readonly paintVerdict: (text: string, verdict: FoundVerdict) => string;
}

/** A column that is there when some mirror has something to show in it. */
interface FactColumn {
  readonly head: string;
  readonly isAlways: boolean;
  readonly show: (finding: Finding) => string | undefined;
}

const MEGABYTE = 1e6;

const SHAPES: Readonly<Record<FoundVerdict, string>> = {
  up: "● up",
  down: "✕ down",
  outdated: "○ outdated",
  wrong: "! wrong",
  unasked: "- not probed",
};

const FACTS: readonly FactColumn[] = [
  { head: "latency", isAlways: true, show: ({ latency_ms: value }) => withUnit(value, "ms") },
  { head: "certificate", isAlways: true, show: ({ certificate_days: value }) => withUnit(value, "days") },
  {
    head: "synced",
    isAlways: false,
    show: ({ synced, checked }) => (synced === undefined ? undefined : describeAge(synced, new Date(checked))),
  },
  {
    head: "speed",
    isAlways: false,
    show: ({ bytes_per_second: value }) => withUnit(value && (value / MEGABYTE).toFixed(1), "MB/s"),
  },
];

function withUnit(value: number | string | undefined, unit: string): string | undefined {
  return value === undefined ? undefined : `${value} ${unit}`;
}

/** Names what was found, and where the verdict is still another, how far it is from changing. */
function renderVerdict({ verdict }: Finding, status: MirrorStatus | undefined): string {
  const isHeld = status && verdict !== "unasked" && status.verdict !== verdict;
  return isHeld
    ? `${SHAPES[verdict]} (${status.contrary} of ${CONTRARY_FINDINGS}, still ${status.verdict})`
    : SHAPES[verdict];
}

/** Renders findings as a table; the status is the one that follows from them. */
export function renderFindings(
  findings: readonly Finding[],
  { mirrors }: Pick<Status, "mirrors">,
  { paintHead, paintVerdict, width }: FindingsLook,
): string {
  const known = new Map(mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  const names = nameMirrors(findings.map(({ url_prefix }) => url_prefix));
  const facts = FACTS.filter(({ isAlways, show }) => isAlways || findings.some((finding) => show(finding)));
  const rows = findings.map((finding, index) => [
    names[index] ?? finding.url_prefix,
    renderVerdict(finding, known.get(finding.url_prefix)),
    ...facts.map(({ show }) => show(finding) ?? "-"),
    finding.reason,
  ]);
  return fitColumns(["mirror", "found", ...facts.map(({ head }) => head), "reason"], rows, {
    alignments: ["left", "left", ...facts.map(() => "right" as const), "left"],
    paintHead,
    paintCell: (text, row, column) => (column === 1 ? paintVerdict(text, findings[row]?.verdict ?? "unasked") : text),
    width,
  });
}
