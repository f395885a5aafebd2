import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { makeProbeFolder, readFound, readStatus, runProbe } from "./run-probe.ts";
import { runProgram } from "./run-program.ts";

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

suite("probe --merge", () => {
  const checked = "2026-11-21T04:30:00.000Z";
  const point = (vantage: string, verdict: string, url_prefix = "https://m.example/") => ({
    vantage,
    probed: checked,
    findings: [{ url_prefix, verdict, reason: `${verdict} it is`, checked, lacks: [] }],
  });

  test("makes one status of several places, down by majority", async (context) => {
    const files = { "a.json": point("fra1", "down"), "b.json": point("nyc1", "down"), "c.json": point("sin1", "up") };
    const folder = await makeProbeFolder(context, mirror, { prefixes: ["https://m.example/"], files });
    const names = Object.keys(files).map((name) => join(folder, name));
    const few = await runProgram(["probe", "--mirrors", folder, "--merge", ...names.slice(1), "--json"]);
    assert.deepEqual(
      readFound(few).map(({ verdict }) => verdict),
      ["up"],
    );
    const { code } = await runProgram(["probe", "--mirrors", folder, "--merge", ...names, "--write"]);
    const status = await readStatus(folder);
    assert.equal(code, 1);
    assert.deepEqual(status.vantage_points, ["fra1", "nyc1", "sin1"]);
    assert.equal(status.mirrors[0]?.reason, "from 2 of 3 vantage points (fra1, nyc1): down it is");
  });

  test("heeds a finding once, however often its file is merged", async (context) => {
    const prefixes = ["https://m.example/"];
    const files = { "a.json": point("fra1", "up"), "b.json": point("fra1", "down") };
    const folder = await makeProbeFolder(context, mirror, { prefixes, files });
    const later = JSON.stringify(files["b.json"]).replaceAll(checked, "2026-11-21T05:30:00.000Z");
    await writeFile(join(folder, "b.json"), later);
    for (const name of ["a.json", "b.json", "b.json", "b.json", "a.json"])
      await runProgram(["probe", "--mirrors", folder, "--merge", join(folder, name), "--write"]);
    const { probed, mirrors } = await readStatus(folder);
    assert.deepEqual([mirrors[0]?.verdict, mirrors[0]?.contrary], ["up", 1]);
    assert.equal(probed, "2026-11-21T05:30:00.000Z");
  });

  test("reads what --json printed, and tells what it cannot use", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("good")] });
    const { stdout } = await runProbe(folder, mirror, ["--json", "--vantage", "fra1"]);
    const [one, two, bad] = ["1.json", "2.json", "3.json"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([writeFile(one, stdout), writeFile(two, JSON.stringify(point("nyc1", "up")))]);
    await writeFile(bad, JSON.stringify({ ...point("fra1", "asleep"), probed: 7 }));
    const merged = await runProgram(["probe", "--mirrors", folder, "--merge", one, two, "--json"]);
    assert.equal(merged.code, 0);
    assert.match(merged.stderr, /2\.json: passed over https:\/\/m\.example\/, which is not in the pool/);
    const refused = await runProgram(["probe", "--mirrors", folder, "--merge", one, bad, one]);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /3\.json \/probed: must be a text, got 7/);
    assert.match(refused.stderr, /3\.json \/findings\/0\/verdict: /);
    assert.match(refused.stderr, /1\.json \/vantage: must be from another vantage point .* got "fra1" again/);
  });

  test("takes no word for it that the pool was probed", async (context) => {
    const stranger = point("fra1", "up", "https://stranger.example/");
    const files = { "a.json": stranger, "b.json": { ...stranger, findings: [] }, "c.json": point("fra1+nyc1", "up") };
    const folder = await makeProbeFolder(context, mirror, { prefixes: ["https://m.example/"], files });
    const runs = await Promise.all(
      Object.keys(files).map((name) =>
        runProgram(["probe", "--mirrors", folder, "--merge", join(folder, name), "--write"]),
      ),
    );
    assert.match(
      runs[0]?.stderr ?? "",
      /a\.json \/findings: must have a finding about a mirror of the pool, got none; /,
    );
    assert.match(runs[1]?.stderr ?? "", /b\.json \/findings: must hold a finding at least, got none; /);
    assert.match(runs[2]?.stderr ?? "", /c\.json \/vantage: .* got "fra1\+nyc1"; .*not merged again/);
    assert.ok(!(await readdir(folder)).includes("status.json"));
  });
});
