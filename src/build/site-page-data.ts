import { EXPLANATIONS } from "../ops/rules/index.ts";
import type { BalancePage } from "./site-balance.ts";
import { connectOrigins, fileIntegrity, findLongest, mirrorRows, releaseFacts } from "./site-data.ts";
import { fallbackPage } from "./site-fallback.ts";
import { POOL_DAYS, type SiteInputs } from "./site-inputs.ts";
import { SPLIT_WIDTH, STREAM_PLACE } from "./site-split.ts";
import { statusPage } from "./site-status.ts";

/** Files of the site, by their path in it. */
export type Files = Map<string, string | Buffer>;

/** What the templates are fed beside the maintainers' lists. */
export interface PageSources {
  /** What the pages load, each held to its hash. */
  readonly assets: Files;
  /** Allows mirrors on this machine. */
  readonly dev: boolean;
  readonly balance: BalancePage;
}

function integrities(assets: Files): Record<string, string> {
  return Object.fromEntries([...assets].map(([path, content]) => [path, fileIntegrity(content)]));
}

/** Gives what the pages tell of the mirrors, and the longest of what a script may put into a place, which is kept free for it. */
function mirrorData({ project, pool, release }: SiteInputs, protocol: string): Record<string, unknown> {
  const rows = mirrorRows(pool, { path: release.path, lang: project.lang, protocol });
  const fallbackHost = new URL(pool.fallback_prefix).host;
  const open = rows.filter(({ share }) => share !== "");
  return {
    mirrorRows: rows,
    fallbackHost,
    longestHost: findLongest([...open.map(({ host }) => host), fallbackHost]),
    longestLent: findLongest(open.map(({ lent }) => lent)),
    split: { width: SPLIT_WIDTH, height: rows.length * STREAM_PLACE },
  };
}

/** Gives what the templates may name. */
export function pageData(inputs: SiteInputs, { assets, dev, balance }: PageSources): Record<string, unknown> {
  const { project, pool, mirrors, status, release } = inputs;
  const { lang } = project;
  const protocol = dev ? "http:" : "https:";
  return {
    ...{ project, pool, dev, balance },
    ...mirrorData(inputs, protocol),
    release: releaseFacts(release, lang),
    integrity: integrities(assets),
    // A mirror that is down today may be published again before the pages are built anew.
    connectOrigins: connectOrigins(mirrors),
    poolDays: POOL_DAYS,
    status: statusPage({ mirrors, list: pool, status, now: new Date(), lang, protocol, path: release.path }),
    rules: EXPLANATIONS,
    engines: fallbackPage(),
  };
}
