import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../src/build/site.ts";

/** What stands in the place of the built script tag. */
export const SAMPLE_SCRIPT = '"use strict";\n';

/** What a sample site is made of; what is left out is the repository's own. */
export interface Sample {
  readonly pool?: unknown;
  readonly releases?: unknown;
  readonly project?: unknown;
  readonly dev?: boolean;
  /** Whether a signature lies beside the releases; one does when nothing is said. */
  readonly isSigned?: boolean;
}

/** A folder for one test, and the built site in it. */
export interface SampleSite {
  readonly output: string;
  readonly read: (path: string) => Promise<string>;
  readonly paths: () => Promise<string[]>;
  /** Builds once more in the same place, from something else. */
  readonly rebuild: (sample: Sample) => Promise<void>;
}

/** Writes a value as JSON, or when there is none the file that the repository has. */
async function writeSample(place: string, value: unknown, own: string): Promise<void> {
  await writeFile(place, value === undefined ? await readFile(own) : JSON.stringify(value));
}

async function build(folder: string, { pool, releases, project, dev = false, isSigned = true }: Sample): Promise<void> {
  const mirrors = join(folder, "mirrors");
  const places = { project: join(folder, "project.json"), script: join(folder, "fairmirror.js") };
  await mkdir(mirrors, { recursive: true });
  await writeSample(join(mirrors, "mirrors.json"), pool, "mirrors/mirrors.json");
  await writeSample(join(mirrors, "releases.json"), releases, "mirrors/releases.json");
  await writeSample(places.project, project, "site/project.json");
  if (isSigned) await copyFile("mirrors/releases.json.minisig", join(mirrors, "releases.json.minisig"));
  await writeFile(join(mirrors, "sample.pieces"), "pieces");
  await writeFile(places.script, SAMPLE_SCRIPT);
  await buildSite({ mirrors, output: join(folder, "site"), dev, ...places });
}

/** Builds a site in a new temporary folder. */
export async function buildSample(sample: Sample = {}): Promise<SampleSite> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-site-"));
  const output = join(folder, "site");
  await build(folder, sample);
  return {
    output,
    read: (path) => readFile(join(output, path), "utf8"),
    paths: async () =>
      (await readdir(output, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1))
        .sort(),
    rebuild: (other) => build(folder, other),
  };
}
