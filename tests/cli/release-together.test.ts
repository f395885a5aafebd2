import assert from "node:assert/strict";
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { Releases } from "../../src/verify/releases.ts";
import { runProgram } from "./run-program.ts";

const NAMES = ["a.img", "b.img", "c.img", "d.img", "e.img", "f.img"];

suite("fairmirror release, at once with others", () => {
  test("loses no entry that another wrote in the meantime", async (context) => {
    const folder = await mkdtemp(join(tmpdir(), "fairmirror-together-"));
    context.after(() => rm(folder, { recursive: true }));
    const mirrors = join(folder, "mirrors");
    await mkdir(mirrors);
    await Promise.all(NAMES.map((name) => writeFile(join(folder, name), name)));
    const runs = await Promise.all(
      NAMES.map((name) => runProgram(["release", join(folder, name), "--mirrors", mirrors, "--write"])),
    );
    for (const { code, stderr } of runs) assert.equal(code, 0, stderr);
    const { files } = JSON.parse(await readFile(join(mirrors, "releases.json"), "utf8")) as Releases;
    assert.deepEqual(files.map(({ path }) => path).sort(), NAMES);
    assert.deepEqual((await readdir(mirrors)).sort(), [...NAMES.map((name) => `${name}.pieces`), "releases.json"]);
  });

  test("tells a folder that is not there, which can hold no lock", async () => {
    const { code, stderr } = await runProgram(["release", "package.json", "--mirrors", "/no/such", "--write"]);
    assert.equal(code, 1);
    assert.match(stderr, /releases\.json: must be a place that can be written, got no such folder; make its folder/);
  });
});
