import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { replaceFolder } from "../../src/build/site-folder.ts";

test("keeps the old folder when a file of the new one cannot be written", async () => {
  const parent = await mkdtemp(join(tmpdir(), "fairmirror-folder-"));
  const folder = join(parent, "site");
  await replaceFolder(folder, new Map([["page", "old"]]));
  const clash = new Map([
    ["page", "new"],
    ["page/below", "a file cannot be a folder too"],
  ]);
  await assert.rejects(replaceFolder(folder, clash), { code: "EEXIST" });
  assert.equal(await readFile(join(folder, "page"), "utf8"), "old");
  assert.deepEqual(await readdir(parent), ["site"]);
});
