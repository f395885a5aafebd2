import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** The files of a sample: texts as they are, anything else as JSON. */
export type SampleFiles = Readonly<Record<string, unknown>>;

/** What every mirror of a sample must carry. */
const RELEASES = {
  version: 1,
  files: [{ path: "os/1.0/os.img", size: 5, sha256: "0".repeat(64) }],
};

/** A pool of three mirrors, a half, a third and a sixth of the weight, and one that is disabled. */
export const SAMPLE_POOL = {
  version: 1,
  fallback_prefix: "https://dl.example/",
  mirrors: [
    { url_prefix: "https://m1.example/os/", weight: 30, email: "ops@m1.example", notes: "pays by traffic" },
    { url_prefix: "https://m2.example/", weight: 20, country: "DE" },
    { url_prefix: "https://m3.example/", weight: 10 },
    { url_prefix: "https://m4.example/", weight: 0, notes: "disk failed" },
  ],
};

/** Gives what the program found out about a mirror, an hour before the test. */
export function sampleStatus(url_prefix: string, verdict: string, extra: object = {}): object {
  const checked = new Date(Date.now() - 3_600_000).toISOString();
  const reason = verdict === "up" ? "carries the release" : "answers 500";
  return { url_prefix, verdict, reason, since: checked, checked, contrary: 0, lacks: [], history: [], ...extra };
}

/** Makes a folder for one test, with a maintainers' folder `mirrors` in it that holds the sample pool. */
export async function makeSampleFolder(context: TestContext, files: SampleFiles = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-cli-"));
  context.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "mirrors"));
  const all = { "mirrors.json": SAMPLE_POOL, "releases.json": RELEASES, ...files };
  for (const [name, content] of Object.entries(all)) {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(join(folder, "mirrors", name), text);
  }
  return folder;
}
