import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { makeProbeFolder, readFound, readStatus, runProbe } from "./run-probe.ts";

const KEEP = ["--write", "--dev"];

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

function moveTo(folder: string, url_prefix: string, weight = 10): Promise<void> {
  return writeFile(join(folder, "mirrors.json"), JSON.stringify({ mirrors: [{ url_prefix, weight }] }));
}

suite("probe --write", () => {
  test("keeps what it found under --write, and changes a verdict at the third finding", async (context) => {
    const prefix = mirror.prefix("good");
    const folder = await makeProbeFolder(context, mirror, { prefixes: [prefix] });
    assert.equal((await runProbe(folder, mirror, KEEP)).code, 0);
    const first = await readStatus(folder);
    assert.equal(first.mirrors[0]?.verdict, "up");
    assert.deepEqual(first.vantage_points, ["local"]);
    const closed = `closed.example:1`;
    await moveTo(folder, `https://${closed}/`);
    await writeFile(join(folder, "status.json"), JSON.stringify(first).replaceAll(prefix, `https://${closed}/`));
    const words = [...KEEP, "--resolve", `${closed}:127.0.0.1`];
    const runs = [];
    while (runs.length < 3) runs.push(await runProbe(folder, mirror, words));
    assert.match(runs[0]?.stdout ?? "", /✕ down \(1 of 3, still up\)/);
    assert.match(runs[2]?.stderr ?? "", /up -> down: refuses connections/);
    const { verdict, contrary, history } = (await readStatus(folder)).mirrors[0] ?? {};
    assert.deepEqual([verdict, contrary], ["down", 0]);
    assert.deepEqual(
      history?.reduce((sum, { checks }) => sum + checks, 0),
      4,
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => /lock|draft/.test(name)),
      [],
    );
  });

  test("keeps the latest finding when several run at once", async (context) => {
    const prefix = mirror.prefix("missing");
    const since = "2026-11-01T00:00:00.000Z";
    const known = { url_prefix: prefix, verdict: "up", reason: "", since, checked: since, contrary: 0 };
    const status = { version: 1, probed: since, mirrors: [{ ...known, lacks: [], history: [] }] };
    const folder = await makeProbeFolder(context, mirror, { prefixes: [prefix], files: { "status.json": status } });
    const runs = await Promise.all([1, 2, 3].map(() => runProbe(folder, mirror, [...KEEP, "--json"])));
    const found = runs.flatMap((run) => readFound(run));
    const [after] = (await readStatus(folder)).mirrors;
    assert.equal(
      after?.checked,
      found
        .map(({ checked }) => checked)
        .sort()
        .at(-1),
    );
    assert.deepEqual(after?.lacks, found[0]?.lacks);
  });
});
