import type { MaintainedPool, Pool } from "../core/pool.ts";
import { readAge } from "./describe-age.ts";
import { FLOOR_DIVISOR, type Judgement, judgeMirrors, shareLeft } from "./judge-mirrors.ts";
import { toPlainText } from "./plain-text.ts";
import type { MirrorStatus, Status, Verdict } from "./status.ts";
import { DAY_MS } from "./durations.ts";

/** All that the doctor looks at. */
export interface DoctorInputs {
  readonly pool: MaintainedPool;
  /** The name of the pool's file, for places. */
  readonly poolFile: string;
  readonly status: Status | undefined;
  /** The name of its file, for places. */
  readonly statusFile: string;
  /** The published list, where there is one to look at. */
  readonly list: { readonly file: string; readonly pool: Pool } | undefined;
  readonly now: Date;
}

/** A mirror that the program would not send visitors to as to the others, and since when. */
export interface TroubledMirror extends Pick<MirrorStatus, "url_prefix" | "since" | "reason"> {
  readonly verdict: Exclude<Verdict, "up">;
}

/** A mirror that balancing has out, as almost nobody who was sent there came. */
export interface BrokenMirror {
  readonly url_prefix: string;
  readonly since: string;
}

/** A certificate that ends soon. */
export interface EndingCertificate {
  readonly url_prefix: string;
  /** How many days it is still good, counted from now; below 0 it has ended. */
  readonly days: number;
}

/** The state of a pool at one moment. */
export interface Diagnosis {
  readonly list: { readonly file: string; readonly generated?: string; readonly expires?: string } | null;
  /** When the pool was last probed; null before the first time. */
  readonly probed: string | null;
  readonly mirrors: {
    readonly total: number;
    /** How many a maintainer disabled. */
    readonly disabled: number;
    /** How many visitors may be sent to, by what was found. */
    readonly usable: number;
    /** The sum of the hand-set weights, and the weight that the usable ones are due. */
    readonly weight: number;
    readonly usable_weight: number;
  };
  /** The part of the hand-set weight that findings leave, and whether that is under the floor, so that they are not followed. */
  readonly floor: { readonly left: number; readonly failed_open: boolean };
  readonly troubled: readonly TroubledMirror[];
  /** The mirrors that balancing has out as broken, and since when. */
  readonly broken: readonly BrokenMirror[];
  readonly certificates: readonly EndingCertificate[];
  /** The mirror that synchronised longest ago, as far as trace files tell; null where none does. */
  readonly oldest_sync: { readonly url_prefix: string; readonly synced: string } | null;
  readonly never_probed: readonly string[];
}

/** From how many days on a certificate ends soon: those that renew themselves do so before. */
export const CERTIFICATE_DAYS = 14;

/** Gives the days that a certificate is still good: what the probe saw, less the time since. */
function findCertificate({ status }: Judgement, now: Date): EndingCertificate[] {
  if (status?.certificate_days === undefined) return [];
  const since = Math.floor(readAge(status.checked, now) / DAY_MS);
  const days = status.certificate_days - (Number.isFinite(since) ? Math.max(since, 0) : 0);
  return days <= CERTIFICATE_DAYS ? [{ url_prefix: status.url_prefix, days }] : [];
}

function findTroubled({ status }: Judgement): TroubledMirror[] {
  if (!status || status.verdict === "up") return [];
  const { url_prefix, verdict, since, reason } = status;
  return [{ url_prefix, verdict, since, reason: toPlainText(reason) }];
}

function findBroken({ mirror, broken_since }: Judgement): BrokenMirror[] {
  return broken_since === undefined ? [] : [{ url_prefix: mirror.url_prefix, since: broken_since }];
}

function findOldestSync(judgements: readonly Judgement[]): Diagnosis["oldest_sync"] {
  const syncs = judgements.flatMap(({ status }) =>
    status?.synced === undefined ? [] : [{ url_prefix: status.url_prefix, synced: status.synced }],
  );
  return syncs.sort((one, other) => (one.synced < other.synced ? -1 : 1))[0] ?? null;
}

function countMirrors(judgements: readonly Judgement[]): Diagnosis["mirrors"] {
  const usable = judgements.filter(({ weight }) => weight > 0);
  return {
    total: judgements.length,
    disabled: judgements.filter(({ mirror }) => mirror.weight === 0).length,
    usable: usable.length,
    weight: judgements.reduce((sum, { mirror }) => sum + mirror.weight, 0),
    usable_weight: usable.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function describeList({ file, pool: { generated, expires } }: NonNullable<DoctorInputs["list"]>): Diagnosis["list"] {
  return { file, ...(generated !== undefined && { generated }), ...(expires !== undefined && { expires }) };
}

/** Gives the state of a pool, without judging yet what needs a person. */
export function diagnosePool({ pool, status, list, now }: DoctorInputs): Diagnosis {
  const judgements = judgeMirrors(pool.mirrors, status);
  const drawn = judgements.filter(({ mirror }) => mirror.weight > 0);
  const left = shareLeft(judgements);
  return {
    list: list ? describeList(list) : null,
    probed: status?.probed ?? null,
    mirrors: countMirrors(judgements),
    floor: { left, failed_open: left * FLOOR_DIVISOR < 1 },
    troubled: drawn.flatMap(findTroubled),
    broken: drawn.flatMap(findBroken),
    certificates: drawn.flatMap((judgement) => findCertificate(judgement, now)),
    oldest_sync: findOldestSync(drawn),
    never_probed: drawn.filter((judgement) => !judgement.status).map(({ mirror }) => mirror.url_prefix),
  };
}
