import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** Makes a folder of one's own with a copy of the repository's lists, some files of it replaced; it goes with the test. */
export async function copyLists(context: TestContext, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-folder-"));
  context.after(() => rm(folder, { recursive: true }));
  for (const name of ["mirrors.json", "releases.json"]) await copyFile(join("mirrors", name), join(folder, name));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
