import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readInputs } from "../build/site-inputs.ts";
import type { MaintainedPool } from "../core/index.ts";
import type { ReleaseFile as NamedFile } from "../verify/releases.ts";
import type { ReleaseFile } from "./answer.ts";
import { releaseImage } from "./image.ts";

/** A pool as maintainers write it, that tells where the site's links point. */
export type SitePool = MaintainedPool & { readonly fallback_prefix: string };

/** What the demo plays. */
export interface DemoInputs {
  readonly pool: SitePool;
  /** The release file's path below a mirror's prefix. */
  readonly path: string;
  readonly file: ReleaseFile;
  /** Every file that the release names: the one that is served first. */
  readonly releases: readonly NamedFile[];
}

const PROJECT = fileURLToPath(new URL("../../site/project.json", import.meta.url));

async function readList(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new Error(`${file}: cannot be read; name the maintainers' folder with --mirrors`);
  });
}

/** Reads the lists of a maintainers' folder. Rejects with an Error that tells every problem, one a line. */
export async function readDemoInputs(folder: string): Promise<DemoInputs> {
  const text = await readList(join(folder, "mirrors.json"));
  await readList(join(folder, "releases.json"));
  const { release, releases } = await readInputs({ mirrors: folder, project: PROJECT, dev: false });
  const data = releaseImage();
  const sha256 = createHash("sha256").update(data).digest("hex");
  // What the site's own check above has accepted is a pool with a fallback.
  if (release.sha256 === sha256)
    return { pool: JSON.parse(text) as SitePool, path: release.path, file: { data, sha256 }, releases };
  const cure = "take releases.json and its .pieces file from the folder mirrors of fairmirror";
  throw new Error(
    `${join(folder, "releases.json")} /files/0: must be the sample image, which is all the demo has; ${cure}`,
  );
}
