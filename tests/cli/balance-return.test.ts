import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import type { Status } from "../../src/ops/status.ts";
import { runProgram } from "./run-program.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";

const BROKEN = "https://m3.example/";
const CSV = "url_prefix,clients\nhttps://m1.example/os/,300\nhttps://m2.example/,200\nhttps://m3.example/,100\n";
const SOURCES = [
  ["clients", ["--loads", "clients.csv"]],
  ["capacities", ["--from", "capacity"]],
] as const;

async function makeFolder(context: TestContext): Promise<string> {
  const found = new Date(Date.now() - 3_600_000).toISOString();
  const [first, second, third] = SAMPLE_POOL.mirrors.map(({ url_prefix }) => url_prefix);
  const status = {
    version: 1,
    probed: found,
    weight_scale: 10,
    balance: { term: found, mirrors: [{ url_prefix: BROKEN, broken_since: found }] },
    mirrors: [
      sampleStatus(first ?? "", "up", { bytes_per_second: 30e6 }),
      sampleStatus(second ?? "", "up", { bytes_per_second: 20e6 }),
      sampleStatus(third ?? "", "up", { bytes_per_second: 10e6, effective_weight: 0 }),
    ],
  };
  const cwd = await makeSampleFolder(context, { "status.json": status });
  await writeFile(join(cwd, "clients.csv"), CSV);
  return cwd;
}

async function setWeight(cwd: string, weight: number): Promise<void> {
  const mirrors = SAMPLE_POOL.mirrors.map((mirror) => (mirror.url_prefix === BROKEN ? { ...mirror, weight } : mirror));
  await writeFile(join(cwd, "mirrors", "mirrors.json"), JSON.stringify({ ...SAMPLE_POOL, mirrors }));
}

interface Seen {
  readonly isBroken: boolean;
  /** In units of the maintainers' own. */
  readonly weight: number;
}

async function balance(cwd: string, words: readonly string[]): Promise<Seen> {
  const { code, stderr } = await runProgram(["balance", ...words, "--write"], { cwd });
  assert.equal(code, 0, stderr);
  const status = JSON.parse(await readFile(join(cwd, "mirrors", "status.json"), "utf8")) as Status;
  const isBroken = status.balance?.mirrors.some(({ broken_since }) => broken_since !== undefined) ?? false;
  const { effective_weight } = status.mirrors[2] ?? {};
  return { isBroken, weight: effective_weight === undefined ? 10 : effective_weight / (status.weight_scale ?? 1) };
}

suite("a mirror that balancing found broken", () => {
  for (const [source, words] of SOURCES)
    test(`stays out until its weight was 0 for a run, and comes back with all of its weight: by ${source}`, async (context) => {
      const cwd = await makeFolder(context);
      assert.deepEqual(await balance(cwd, words), { isBroken: true, weight: 0 });
      await setWeight(cwd, 0);
      assert.equal((await balance(cwd, words)).isBroken, false);
      await setWeight(cwd, 10);
      const { isBroken, weight } = await balance(cwd, words);
      assert.deepEqual([isBroken, Math.round(weight)], [false, 10]);
      const { stdout } = await runProgram(["publish"], { cwd });
      assert.ok(stdout.includes(BROKEN));
    });

  test("comes back with all of its weight while others are relieved, too", async (context) => {
    const cwd = await makeFolder(context);
    await writeFile(join(cwd, "clients.csv"), CSV.replace("300", "900"));
    const words = ["--loads", "clients.csv"];
    await balance(cwd, words);
    await setWeight(cwd, 0);
    await balance(cwd, words);
    await setWeight(cwd, 10);
    assert.deepEqual(await balance(cwd, words), { isBroken: false, weight: 10 });
  });
});

suite("fairmirror balance by clients, where weights follow capacities", () => {
  test("says that they are led back to the maintainers' own, and how to keep them", async (context) => {
    const cwd = await makeFolder(context);
    const file = join(cwd, "mirrors", "status.json");
    await writeFile(file, (await readFile(file, "utf8")).replace('"effective_weight":0', '"effective_weight":120'));
    const { stderr } = await runProgram(["balance", "--loads", "clients.csv"], { cwd });
    assert.match(stderr, /^weights as "--from capacity" makes are led back .* "--propose"/m);
  });
});
