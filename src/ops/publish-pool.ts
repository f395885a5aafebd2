import type { MaintainedMirror, MaintainedPool, Mirror, Pool } from "../core/pool.ts";

/** When a list is made, and for how many days it is good. */
export interface PublishOptions {
  readonly now: Date;
  readonly days: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Names each field that may be seen by everyone; what is not named stays with the maintainers. */
function publishMirror({ url_prefix, weight, country, sponsor }: MaintainedMirror): Mirror {
  return { url_prefix, weight, ...(country && { country }), ...(sponsor && { sponsor }) };
}

/** Makes the public list out of the maintainers' pool: private fields and disabled mirrors stay behind. */
export function publishPool(
  { version = 1, fallback_prefix, mirrors }: MaintainedPool,
  { now, days }: PublishOptions,
): Pool {
  return {
    version,
    ...(fallback_prefix && { fallback_prefix }),
    generated: now.toISOString(),
    expires: new Date(now.getTime() + days * DAY_MS).toISOString(),
    mirrors: mirrors.filter(({ weight }) => weight > 0).map(publishMirror),
  };
}
