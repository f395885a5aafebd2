import { CONTRARY_FINDINGS } from "./hysteresis.ts";
import { nameMirrors } from "./name-mirrors.ts";
import { renderColumns } from "./render-columns.ts";
import type { MirrorStatus, Status } from "./status.ts";
import type { FoundVerdict } from "./probe-fault.ts";
import type { Finding } from "./verdict.ts";

/** How findings are drawn. */
export interface FindingsLook {
  readonly paintHead: (text: string) => string;
  readonly paintVerdict: (text: string, verdict: FoundVerdict) => string;
}

const MEGABYTE = 1e6;

const SHAPES: Readonly<Record<FoundVerdict, string>> = {
  up: "● up",
  down: "✕ down",
  outdated: "○ outdated",
  wrong: "! wrong",
  unasked: "- not probed",
};

/** Names what was found, and where the verdict is still another, how far it is from changing. */
function renderVerdict({ verdict }: Finding, status: MirrorStatus | undefined): string {
  const isHeld = status && verdict !== "unasked" && status.verdict !== verdict;
  return isHeld
    ? `${SHAPES[verdict]} (${status.contrary} of ${CONTRARY_FINDINGS}, still ${status.verdict})`
    : SHAPES[verdict];
}

function renderNumber(value: number | undefined, unit: string): string {
  return value === undefined ? "-" : `${value} ${unit}`;
}

/** Renders findings as a table; the status is the one that follows from them. */
export function renderFindings(
  findings: readonly Finding[],
  { mirrors }: Pick<Status, "mirrors">,
  { paintHead, paintVerdict }: FindingsLook,
): string {
  const known = new Map(mirrors.map((mirror) => [mirror.url_prefix, mirror]));
  const names = nameMirrors(findings.map(({ url_prefix }) => url_prefix));
  const hasSpeed = findings.some(({ bytes_per_second }) => bytes_per_second !== undefined);
  const rows = findings.map((finding, index) => {
    const { url_prefix, verdict, latency_ms, certificate_days, bytes_per_second, reason } = finding;
    const speed = bytes_per_second === undefined ? "-" : `${(bytes_per_second / MEGABYTE).toFixed(1)} MB/s`;
    const facts = [
      renderNumber(latency_ms, "ms"),
      renderNumber(certificate_days, "days"),
      ...(hasSpeed ? [speed] : []),
    ];
    const shown = paintVerdict(renderVerdict(finding, known.get(url_prefix)), verdict);
    return [names[index] ?? url_prefix, shown, ...facts, reason];
  });
  const head = ["mirror", "found", "latency", "certificate", ...(hasSpeed ? ["speed"] : []), "reason"];
  const alignments = head.map((_, index) => (index > 1 && index < head.length - 1 ? "right" : "left"));
  return renderColumns(head, rows, { alignments, paintHead });
}
