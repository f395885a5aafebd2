import assert from "node:assert/strict";
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { replaceFile } from "../../src/cli/replace-file.ts";

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-replace-"));
  context.after(() => rm(folder, { recursive: true }));
  return folder;
}

for (const mode of [0o600, 0o640, 0o666]) {
  test(`a file of mode ${mode.toString(8)} keeps it when it is replaced`, async (context) => {
    const file = join(await makeFolder(context), "mirrors.json");
    await writeFile(file, "old");
    await chmod(file, mode);
    await replaceFile(file, "new");
    assert.equal((await stat(file)).mode & 0o777, mode);
    assert.equal(await readFile(file, "utf8"), "new");
  });
}

test("a link stays a link, and what it leads to is replaced", async (context) => {
  const folder = await makeFolder(context);
  await mkdir(join(folder, "away"));
  await writeFile(join(folder, "away", "there"), "old");
  for (const name of ["there", "later"]) {
    const link = join(folder, name);
    await symlink(join("away", name), link);
    await replaceFile(link, "new");
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal(await readFile(join(folder, "away", name), "utf8"), "new");
  }
  assert.deepEqual(await readdir(join(folder, "away")), ["later", "there"]);
});

test("a place that cannot be written keeps what it had, and no draft is left", async (context) => {
  const folder = await makeFolder(context);
  await mkdir(join(folder, "taken"));
  await assert.rejects(replaceFile(join(folder, "taken"), "new"), { code: "EISDIR" });
  assert.deepEqual(await readdir(folder), ["taken"]);
});
