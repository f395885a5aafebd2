import { type FoundVerdict, judgeFault } from "./probe-fault.ts";
import type { AddressObservation, MirrorObservation } from "./probe-observation.ts";
import { type JudgedAddress, summarizeFacts } from "./summarize-facts.ts";
import { toPlainText } from "./plain-text.ts";
import type { MirrorStatus } from "./status.ts";

/** What one probe found out about a mirror, in the names of `mirrors/status.json`. */
export interface Finding extends Omit<MirrorStatus, "verdict" | "since" | "contrary" | "effective_weight" | "history"> {
  readonly verdict: FoundVerdict;
}

/** The most characters of a reason. */
const MAX_REASON = 300;

/** The graver first. */
const GRAVITY: readonly FoundVerdict[] = ["wrong", "down", "outdated", "unasked"];

function judgeAddress(address: AddressObservation): JudgedAddress {
  const faults = [...address.files, address.trace].flatMap((part) => part?.fault ?? []);
  const verdict = GRAVITY.find((grave) => faults.some((fault) => judgeFault(fault) === grave)) ?? "up";
  return { ...address, verdict, fault: faults.find((fault) => judgeFault(fault) === verdict) };
}

function hasOnly(addresses: readonly JudgedAddress[], verdict: FoundVerdict): boolean {
  return addresses.length > 0 && addresses.every((address) => address.verdict === verdict);
}

/**
 * Weighs the addresses: one that sends something wrong spoils the mirror; a dead one does not, as browsers try the next, unless
 * nothing is left over IPv4, which not every visitor can do without.
 */
function weighAddresses(addresses: readonly JudgedAddress[]): FoundVerdict {
  const asked = addresses.filter(({ verdict }) => verdict !== "unasked");
  const overIpv4 = asked.filter(({ family }) => family === 4);
  const some = (sought: FoundVerdict): boolean => asked.some(({ verdict }) => verdict === sought);
  if (asked.length === 0) return "unasked";
  if (some("wrong")) return "wrong";
  if (hasOnly(asked, "down") || hasOnly(overIpv4, "down")) return "down";
  return some("outdated") ? "outdated" : "up";
}

function nameAddress({ ip, family }: JudgedAddress): string {
  return `over IPv${family} (${ip})`;
}

function explain(verdict: FoundVerdict, addresses: readonly JudgedAddress[]): string {
  const guilty = addresses.find((address) => address.verdict === verdict);
  const isShared = addresses.every(({ fault }) => fault?.reason === guilty?.fault?.reason);
  if (guilty?.fault) return isShared ? guilty.fault.reason : `${nameAddress(guilty)} ${guilty.fault.reason}`;
  const notes = addresses.flatMap((address) =>
    address.verdict === "down" && address.fault ? [`${nameAddress(address)} ${address.fault.reason}`] : [],
  );
  if (addresses.some(({ facts }) => facts.ranges === false))
    notes.push("sends no ranges, so that downloads cannot be resumed");
  const { trouble } = addresses.find(({ trace }) => trace?.trouble !== undefined)?.trace ?? {};
  if (trouble !== undefined) notes.push(`its trace file ${trouble}`);
  return ["carries the release", ...notes].join("; ");
}

/** Parts of a reason are the mirror's own words, such as the address of a redirect. */
function sanitize(reason: string): string {
  const text = toPlainText(reason);
  return text.length <= MAX_REASON ? text : `${text.slice(0, MAX_REASON - 1)}…`;
}

/** Makes one finding of all that a mirror did. */
export function judgeMirror({ url_prefix, checked, fault, addresses }: MirrorObservation): Finding {
  if (fault) return { url_prefix, checked, verdict: judgeFault(fault), reason: sanitize(fault.reason), lacks: [] };
  const judged = addresses.map(judgeAddress);
  const verdict = weighAddresses(judged);
  const lacking = addresses
    .flatMap(({ files }) => files)
    .flatMap((file) => (judgeFault(file.fault) === "outdated" ? [file.path] : []));
  return {
    url_prefix,
    checked,
    verdict,
    reason: sanitize(explain(verdict, judged)),
    lacks: [...new Set(lacking)],
    ...summarizeFacts(judged),
  };
}
