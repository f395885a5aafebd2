import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { realHost } from "../../src/cli/host.ts";
import { writeOutput } from "../../src/cli/write-output.ts";

const PLACES = [
  ["no/such/list", "no such folder", /^make its folder with "mkdir -p .*\/no\/such", or name another file$/],
  ["file/list", "a file where its path has a folder", /^correct the path/],
  ["folder", "a folder", /^name a file in it$/],
  ["loop", "a link that leads back to itself", /^mend the link/],
] as const;

test("a place that cannot be written is told with what to do, and nothing is left behind", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-output-"));
  context.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "file"), "");
  await mkdir(join(folder, "folder"));
  await symlink("loop", join(folder, "loop"));
  for (const [place, came, cure] of PLACES) {
    const problem = await writeOutput(join(folder, place), "new", realHost());
    assert.equal(problem?.message, `must be a place that can be written, got ${came}`);
    assert.match(problem.cure ?? "", cure);
  }
  assert.deepEqual((await readdir(folder)).sort(), ["file", "folder", "loop"]);
});
