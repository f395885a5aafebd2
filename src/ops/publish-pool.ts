import type { MaintainedPool, Pool, PublicMirror } from "../core/pool.ts";
import { findReliefs } from "./find-reliefs.ts";
import { FLOOR_DIVISOR, type Judgement, judgeMirrors, shareLeft } from "./judge-mirrors.ts";
import type { Status } from "./status.ts";
import { DAY_MS } from "./durations.ts";

/** What is known of the mirrors, when a list is made, and for how many days it is good. */
export interface PublishOptions {
  /** Undefined until the pool was first probed: then the hand-set weights count as they are. */
  readonly status?: Status | undefined;
  readonly now: Date;
  readonly days: number;
}

/** A mirror that is not in the list, and why. */
export interface OmittedMirror {
  readonly url_prefix: string;
  readonly reason: string;
}

/** A public list, and how it came about. */
export interface Publication {
  readonly list: Pool;
  readonly omitted: readonly OmittedMirror[];
  /** Whether the findings would have left less than a third of the weight, so that they left nobody out (the floor). */
  readonly failedOpen: boolean;
}

/** Names each field that may be seen by everyone; what is not named stays with the maintainers. */
function publishMirror({ mirror, status, weight }: Judgement, relief: number): PublicMirror {
  const { url_prefix, country, sponsor } = mirror;
  // A verdict takes three findings; a missing file is sought elsewhere at once.
  const lacks = status?.lacks ?? [];
  return {
    url_prefix,
    weight,
    ...(country && { country }),
    ...(sponsor && { sponsor }),
    ...(lacks.length > 0 && { lacks }),
    ...(relief > 0 && { relief }),
  };
}

/** Lists who is drawn, each with the part of its visitors that balancing moves away. */
function listMirrors(judgements: readonly Judgement[]): PublicMirror[] {
  const reliefs = findReliefs(judgements);
  return judgements.flatMap((judgement, index) =>
    judgement.weight > 0 ? [publishMirror(judgement, reliefs[index] ?? 0)] : [],
  );
}

/** Gives back the hand-set weight to whoever was left out for a cause. */
function takeBack(judgements: readonly Judgement[], undone: "finding" | "balance"): Judgement[] {
  return judgements.map((judgement) => {
    const { mirror, status, own_weight, cause } = judgement;
    return cause === undone ? { mirror, status, own_weight, weight: own_weight } : judgement;
  });
}

/**
 * Makes the public list out of the maintainers' pool and the program's findings: private fields and disabled mirrors stay
 * behind, and so do mirrors that are down or wrong, or that balancing relieves. An outdated mirror stays, with the paths it
 * lacks. Where findings would leave less than a third of the hand-set weight, they leave nobody out: so many mirrors hardly
 * fail at once, the fault is more likely at the prober. And where balancing would leave nobody, it is not followed.
 */
export function publishPool(
  { version = 1, fallback_prefix, mirrors }: MaintainedPool,
  { status, now, days }: PublishOptions,
): Publication {
  const findings = judgeMirrors(mirrors, status);
  const failedOpen = mirrors.some(({ weight }) => weight > 0) && shareLeft(findings) * FLOOR_DIVISOR < 1;
  const open = failedOpen ? takeBack(findings, "finding") : findings;
  const judgements = open.some(({ weight }) => weight > 0) ? open : takeBack(open, "balance");
  const list: Pool = {
    version,
    ...(fallback_prefix && { fallback_prefix }),
    generated: now.toISOString(),
    expires: new Date(now.getTime() + days * DAY_MS).toISOString(),
    mirrors: listMirrors(judgements),
  };
  const omitted = judgements.flatMap(({ mirror, reason }) =>
    reason ? [{ url_prefix: mirror.url_prefix, reason }] : [],
  );
  return { list, omitted, failedOpen };
}
