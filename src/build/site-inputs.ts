import { join, relative } from "node:path";
import { openFolder } from "../cli/read-folder.ts";
import { readText } from "../cli/read-text.ts";
import type { MaintainedMirror, MaintainedPool, Pool, Problem } from "../core/index.ts";
import { publishPool, renderProblem } from "../ops/index.ts";
import { readFolder, textOf } from "../ops/read-folder.ts";
import type { Status } from "../ops/status.ts";
import type { ReleaseFile, Releases } from "../verify/releases.ts";
import { checkFileNames, checkHosts } from "./site-checks.ts";
import { checkProject, type Project } from "./site-project.ts";

/** A published pool that says where the links of the site begin. */
type SitePool = Pool & { readonly fallback_prefix: string };

/** Everything the site is built from, checked. */
export interface SiteInputs {
  readonly project: Project;
  /** The list as it is published: no private field is left in it. */
  readonly pool: SitePool;
  /** Every mirror, also those that are not drawn. */
  readonly mirrors: readonly MaintainedMirror[];
  /** What the program found out; undefined until the pool was first probed. */
  readonly status: Status | undefined;
  readonly releasesText: string;
  readonly releases: readonly ReleaseFile[];
  /** The file on offer: the first of the releases. */
  readonly release: ReleaseFile;
}

/** Where the inputs lie. */
export interface InputPlaces {
  readonly mirrors: string;
  readonly project: string;
  readonly dev: boolean;
  /** Makes the list as if nothing had been found out yet: see `SiteOptions`. */
  readonly listBeforeProbe?: boolean;
}

/** How long the published list may be used before a page calls it stale, in days. */
export const POOL_DAYS = 30;

function toSitePool(pool: MaintainedPool | undefined, status: Status | undefined): SitePool | undefined {
  const published = pool && publishPool(pool, { status, now: new Date(), days: POOL_DAYS }).list;
  return published?.fallback_prefix === undefined
    ? undefined
    : { ...published, fallback_prefix: published.fallback_prefix };
}

function checkSite(
  pool: MaintainedPool | undefined,
  releases: Releases | undefined,
  files: Record<"pool" | "releases", string>,
): Problem[] {
  return [...(pool ? checkHosts(pool, files.pool) : []), ...(releases ? checkFileNames(releases, files.releases) : [])];
}

async function readProject(path: string): Promise<ReturnType<typeof checkProject>> {
  const file = relative(process.cwd(), path);
  const reading = await readText(path);
  return "text" in reading ? checkProject(reading.text, { file }) : { problems: [{ ...reading.problem, file }] };
}

/** A page that names a key would tell its visitors that the list could not be had. */
async function findUnsigned(mirrors: string, project: Project | undefined): Promise<readonly Problem[]> {
  if (!project?.signing_key) return [];
  const reading = await readText(join(mirrors, "releases.json.minisig"));
  if ("text" in reading) return [];
  return [{ ...reading.problem, cure: 'run "fairmirror sign" on releases.json, or leave signing_key empty' }];
}

/** Reads and checks all that the site is built from. Throws an Error whose message lists every problem, one a line. */
export async function readInputs(places: InputPlaces): Promise<SiteInputs> {
  const { mirrors, project: projectFile, dev, listBeforeProbe = false } = places;
  const opened = await openFolder(mirrors, { readText });
  const { pool, releases, status, problems: folderProblems } = readFolder(opened, { dev });
  const { project, problems: projectProblems } = await readProject(projectFile);
  const unsigned = await findUnsigned(mirrors, project);
  const problems = [...folderProblems, ...checkSite(pool, releases, opened.files), ...projectProblems, ...unsigned];
  const sitePool = toSitePool(pool, listBeforeProbe ? undefined : status);
  const releasesText = textOf(opened, "releases");
  const release = releases?.files[0];
  if (problems.length > 0 || !project || !pool || !sitePool || !release || releasesText === undefined) {
    const heading = problems.length === 1 ? [] : ["the site cannot be built:"];
    throw new Error([...heading, ...problems.map(renderProblem)].join("\n"));
  }
  return { project, pool: sitePool, mirrors: pool.mirrors, status, releasesText, releases: releases.files, release };
}
