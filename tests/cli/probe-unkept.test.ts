import assert from "node:assert/strict";
import { mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { makeProbeFolder, readFound, readStatus, runProbe } from "./run-probe.ts";
import { runProgram } from "./run-program.ts";

const KEEP = ["--write", "--dev"];

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

suite("probe --write", () => {
  for (const words of [KEEP, [...KEEP, "--json"]])
    test(`gives the findings that it cannot keep, to be merged later (${words.join(" ")})`, async (context) => {
      const prefixes = [mirror.prefix("good")];
      const folder = await makeProbeFolder(context, mirror, { prefixes });
      await symlink(join("nowhere", "status.json"), join(folder, "status.json"));
      const result = await runProbe(folder, mirror, words);
      assert.equal(result.code, 1);
      assert.match(result.stderr, /status\.json: must be a place that can be written, got no such folder/);
      assert.match(result.stderr, /findings stand above on stdout: .* "fairmirror probe --merge FILE --write"\n$/);
      const { written, problems } = JSON.parse(result.stdout) as { written: boolean; problems: { code: string }[] };
      assert.deepEqual([written, problems.map(({ code }) => code)], [false, ["unwritable-file"]]);
      await rm(join(folder, "status.json"));
      await writeFile(join(folder, "saved.json"), result.stdout);
      const merge = ["--merge", join(folder, "saved.json"), "--write"];
      assert.equal((await runProgram(["probe", "--mirrors", folder, ...merge])).code, 0);
      const [known] = (await readStatus(folder)).mirrors;
      assert.equal(known?.checked, readFound(result)[0]?.checked);
    });

  test("asks nobody when what it finds could not be kept", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("good")] });
    await mkdir(join(folder, "status.json.lock"));
    const { code, stdout, stderr } = await runProbe(folder, mirror, KEEP);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /status\.json\.lock: must be a place that can be written, got a folder; remove it/);
    assert.ok(!(await readdir(folder)).includes("status.json"));
  });
});
