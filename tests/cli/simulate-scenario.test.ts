import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { runProgram } from "./run-program.ts";

const NEW_MIRROR = fileURLToPath(new URL("../../site/scenarios/new-mirror.json", import.meta.url));

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-scenario-"));
  context.after(() => rm(folder, { recursive: true }));
  return folder;
}

suite("fairmirror simulate --scenario", () => {
  test("compares four ways over the same clients, as a table, JSON and a picture", async (context) => {
    const cwd = await makeFolder(context);
    const words = ["simulate", "--scenario", NEW_MIRROR];
    const [plain, json] = await Promise.all([
      runProgram([...words, "--svg", "loads.svg"], { cwd }),
      runProgram([...words, "--json"], { cwd }),
    ]);
    assert.deepEqual([plain.code, json.code, json.stderr], [0, 0, ""]);
    assert.match(plain.stdout, /^way +moves\/client .*\nkicking .*\nno pause .*\ntwo choices .*\nterms .*\n$/);
    assert.match(plain.stderr, /^a new mirror joins .*: \d+ clients, 3 mirrors, 4 hours, seed "1"\n/);
    assert.match(plain.stderr, /wrote loads\.svg\n$/);
    assert.match(await readFile(join(cwd, "loads.svg"), "utf8"), /^<svg .*<title/s);
    const { ways } = JSON.parse(json.stdout) as { ways: { way: string; loads: { clients: number[] }[] }[] };
    assert.deepEqual(
      ways.map(({ way, loads }) => [way, loads.length, loads[0]?.clients.length]),
      ["kicking", "no pause", "two choices", "terms"].map((way) => [way, 240, 3]),
    );
  });

  test("takes another seed than the scenario's own", async () => {
    const words = ["simulate", "--scenario", NEW_MIRROR, "--seed", "other", "--json"];
    const { seed } = JSON.parse((await runProgram(words)).stdout) as { seed: string };
    assert.equal(seed, "other");
  });

  test("refuses a scenario that is wrong or not there, and names the cure", async (context) => {
    const cwd = await makeFolder(context);
    await writeFile(join(cwd, "s.json"), '{"title": "t"}');
    const [wrong, missing] = await Promise.all([
      runProgram(["simulate", "--scenario", "s.json"], { cwd }),
      runProgram(["simulate", "--scenario", "none.json", "--json"], { cwd }),
    ]);
    assert.deepEqual([wrong.code, wrong.stdout, missing.code], [1, "", 1]);
    assert.match(wrong.stderr, /s\.json \/mirrors: must be there, got nothing; add "mirrors"/);
    assert.match(missing.stdout, /"file": "none\.json"/);
  });

  test("calls options that are about the pool wrong usage beside it", async () => {
    const runs = [
      ["--visitors", "5"],
      ["--pool", "p.json"],
      ["--without", "m1"],
    ].map((more) => runProgram(["simulate", "--scenario", NEW_MIRROR, ...more]));
    for (const { code, stderr } of await Promise.all(runs)) {
      assert.equal(code, 2);
      assert.match(stderr, /cannot be used with/);
    }
  });
});
