import { isWeight } from "../../core/accept.ts";
import type { MaintainedMirror, MaintainedPool } from "../../core/pool.ts";
import { toPlainText } from "../plain-text.ts";
import type { OmittedMirror } from "../publish-pool.ts";
import type { MirrorStatus, Status } from "../status.ts";
import { type AddressType, normalizeAddress } from "./address.ts";
import type { DnsMember } from "./dns-pool.ts";
import type { Fallback, FallbackMember } from "./fallback.ts";
import { findMemberMirror } from "./find-member-mirror.ts";

/** Who is in the DNS pool, and how that came about. */
export interface MemberChoice {
  /** Everyone of some weight, sorted by `url_prefix`; those who should not be in the answers are marked. */
  readonly members: readonly DnsMember[];
  /** Who is disabled or should not be in the answers, and why. */
  readonly omitted: readonly OmittedMirror[];
  /** Whether findings would have left out more than half of the members, so that they left nobody out. */
  readonly failedOpen: boolean;
}

interface Candidate {
  readonly member: FallbackMember;
  readonly mirror: MaintainedMirror;
  readonly status: MirrorStatus | undefined;
  /** How many units of effective weight one unit of the maintainers' own is worth. */
  readonly scale: number;
}

/** Findings may leave out one of so many members at most. */
const MOST_OMITTED_DIVISOR = 2;

function isDisabled({ member, mirror }: Candidate): boolean {
  return mirror.weight === 0 || member.weight === 0;
}

/** The DNS knows no paths: unlike in the published list, a mirror that lacks the release cannot stay for the rest. */
function findFault({ status }: Candidate): string | undefined {
  if (status && status.verdict !== "up")
    return toPlainText(`${status.verdict} since ${status.since}: ${status.reason}`);
  return status?.effective_weight === 0 ? "balancing gives it no new visitors for now" : undefined;
}

function findWeight({ member, mirror, status, scale }: Candidate): number {
  const effective = isWeight(status?.effective_weight) ? status.effective_weight : 0;
  return member.weight === undefined && effective > 0 ? effective : (member.weight ?? mirror.weight) * scale;
}

/** Bytes decide, so that the order is the same in every language. */
function sortTexts(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => (one < other ? -1 : 1));
}

function listAddresses(type: AddressType, member: FallbackMember): string[] {
  return sortTexts((member[type] ?? []).map((text) => normalizeAddress(type, text) ?? text));
}

function toMember(candidate: Candidate, isHealthy: boolean): DnsMember {
  const { url_prefix } = candidate.mirror;
  return {
    url_prefix,
    host: new URL(url_prefix).hostname,
    weight: findWeight(candidate),
    a: listAddresses("a", candidate.member),
    aaaa: listAddresses("aaaa", candidate.member),
    isHealthy,
  };
}

function listCandidates({ members }: Fallback, { mirrors }: MaintainedPool, status: Status | undefined): Candidate[] {
  const known = new Map(status?.mirrors.map((entry) => [entry.url_prefix, entry]));
  return members.flatMap((member) => {
    const mirror = findMemberMirror(member, mirrors);
    if (!mirror) return [];
    return [{ member, mirror, status: known.get(mirror.url_prefix), scale: status?.weight_scale ?? 1 }];
  });
}

/**
 * Chooses who answers for the fallback's name. A weight of 0, the mirror's or the member's own, leaves out always. What is known to be
 * down, outdated or wrong is left out too, but never more than half of the others: so many hardly fail at once, the fault is more
 * likely at the prober. Takes what `checkFallback` and `checkPool` accepted.
 */
export function chooseMembers(fallback: Fallback, pool: MaintainedPool, status: Status | undefined): MemberChoice {
  const candidates = listCandidates(fallback, pool, status);
  const usable = candidates.filter((candidate) => !isDisabled(candidate));
  const failing = usable.filter((candidate) => findFault(candidate) !== undefined);
  const failedOpen = failing.length * MOST_OMITTED_DIVISOR > usable.length;
  const members = usable.map((candidate) => toMember(candidate, failedOpen || !failing.includes(candidate)));
  const omitted = candidates.flatMap((candidate) => {
    const fault = failedOpen ? undefined : findFault(candidate);
    const reason = isDisabled(candidate) ? "its weight is 0" : fault;
    return reason === undefined ? [] : [{ url_prefix: candidate.mirror.url_prefix, reason }];
  });
  return { members: members.sort((one, other) => (one.url_prefix < other.url_prefix ? -1 : 1)), omitted, failedOpen };
}
