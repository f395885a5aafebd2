import { join } from "node:path";
import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { checkPool } from "../ops/check-pool.ts";
import { checkReleases } from "../ops/check-releases.ts";
import { checkStatus } from "../ops/check-status.ts";
import type { Status } from "../ops/status.ts";
import type { Releases } from "../verify/releases.ts";
import type { Host } from "./host.ts";

/** What the maintainers' folder holds; what is undefined is not there or not right, and the problems tell. */
export interface Folder {
  readonly pool: MaintainedPool | undefined;
  readonly releases: Releases | undefined;
  /** Undefined, without a problem, until the pool was first probed. */
  readonly status: Status | undefined;
  readonly problems: readonly Problem[];
}

/** Reads and checks `mirrors.json`, `releases.json` and `status.json`. */
export async function readFolder(folder: string, host: Host, { dev = false } = {}): Promise<Folder> {
  const files = {
    pool: join(folder, "mirrors.json"),
    releases: join(folder, "releases.json"),
    status: join(folder, "status.json"),
  };
  const [pool, releases, status] = await Promise.all([
    host.readText(files.pool),
    host.readText(files.releases),
    host.readText(files.status),
  ]);
  const poolCheck =
    "text" in pool ? checkPool(pool.text, { file: files.pool, dev }) : { pool: undefined, problems: [pool.problem] };
  const releasesCheck =
    "text" in releases
      ? checkReleases(releases.text, { file: files.releases })
      : { releases: undefined, problems: [releases.problem] };
  const statusCheck =
    "text" in status
      ? checkStatus(status.text, { file: files.status })
      : // A pool that was never probed has no status yet.
        { status: undefined, problems: status.isMissing ? [] : [status.problem] };
  return {
    pool: poolCheck.pool,
    releases: releasesCheck.releases,
    status: statusCheck.status,
    problems: [...poolCheck.problems, ...releasesCheck.problems, ...statusCheck.problems],
  };
}
