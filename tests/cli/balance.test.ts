import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
import type { Status } from "../../src/ops/status.ts";
import { makeSampleFolder, SAMPLE_POOL, type SampleFiles, sampleStatus } from "./sample-pool.ts";
import { runProgram, type RunResult } from "./run-program.ts";

const SPEEDS = [10e6, 20e6, 30e6, undefined];
const STATUS = {
  version: 1,
  probed: "2026-11-21T04:00:00Z",
  mirrors: SAMPLE_POOL.mirrors.map(({ url_prefix }, index) =>
    sampleStatus(url_prefix, "up", SPEEDS[index] === undefined ? {} : { bytes_per_second: SPEEDS[index] }),
  ),
};

const CSV = "url_prefix,clients\nhttps://m1.example/os/,800\nhttps://m2.example/,200\nhttps://m3.example/,200\n";

interface Balance {
  readonly written: boolean;
  readonly weight_scale: number;
  readonly mirrors: readonly Record<string, unknown>[];
  readonly proposed_weights?: readonly number[];
}

async function makeFolder(context: TestContext, files: SampleFiles = {}): Promise<string> {
  const cwd = await makeSampleFolder(context, { "status.json": STATUS, ...files });
  await writeFile(join(cwd, "clients.csv"), CSV);
  return cwd;
}

function balance(cwd: string, ...words: readonly string[]): Promise<RunResult> {
  return runProgram(["balance", ...words], { cwd });
}

function readText(cwd: string, name: string): Promise<string> {
  return readFile(join(cwd, "mirrors", name), "utf8");
}

suite("fairmirror balance", () => {
  test("shows clients, shares before and after, what moves and why, and leaves all files as they are", async (context) => {
    const cwd = await makeFolder(context);
    const { code, stdout, stderr } = await balance(cwd, "--loads", "clients.csv");
    assert.equal(code, 0);
    assert.match(stdout, /^mirror +clients +fair +move +share +then +why\n/);
    assert.match(
      stdout,
      /^m1\.example +800 +600 +34 +50\.0 % +44\.4 % +over its fair share by 200: takes no new clients/m,
    );
    assert.match(stdout, /^m2\.example +200 +400 +0 +33\.3 % +37\.0 % +has room for 200 more$/m);
    assert.match(stderr, /^1 saturated; 34 clients should move in the next ten minutes\n/);
    assert.match(stderr, /status\.json was left as it is; "--write" keeps these weights there\n$/);
    assert.deepEqual(JSON.parse(await readText(cwd, "status.json")), STATUS);
  });

  test("prints the same as JSON, from JSON too", async (context) => {
    const cwd = await makeFolder(context);
    const rows = [800, 200, 200].map((clients, index) => ({
      url_prefix: SAMPLE_POOL.mirrors[index]?.url_prefix,
      clients,
    }));
    await writeFile(join(cwd, "clients.json"), JSON.stringify(rows));
    const runs = await Promise.all(
      ["clients.csv", "clients.json"].map((file) => balance(cwd, "--loads", file, "--json")),
    );
    assert.equal(runs[0]?.stdout, runs[1]?.stdout);
    const { written, mirrors } = JSON.parse(runs[0]?.stdout ?? "") as Balance;
    assert.equal(written, false);
    assert.deepEqual(mirrors[0], {
      url_prefix: "https://m1.example/os/",
      ...{ clients: 800, fair_share: 600, saturated: true, shed: 34, effective_weight: 240 },
      ...{ share_before: 0.5, share_after: 240 / 540 },
      reason: "over its fair share by 200: takes no new clients, 34 move first",
    });
  });

  test("keeps effective weights in status.json alone, and publish follows them", async (context) => {
    const cwd = await makeFolder(context);
    const pool = await readText(cwd, "mirrors.json");
    const { code, stderr } = await balance(cwd, "--loads", "clients.csv", "--write", "--step", "100");
    assert.equal(code, 0);
    assert.match(stderr, /wrote mirrors\/status\.json; "fairmirror publish --write" puts it into effect\n$/);
    const status = JSON.parse(await readText(cwd, "status.json")) as Status;
    assert.deepEqual([status.weight_scale, status.mirrors[0]?.effective_weight], [10, 0]);
    assert.equal(await readText(cwd, "mirrors.json"), pool);
    assert.deepEqual((await readdir(join(cwd, "mirrors"))).sort(), ["mirrors.json", "releases.json", "status.json"]);
    const published = await runProgram(["publish"], { cwd });
    const { mirrors } = JSON.parse(published.stdout) as { mirrors: { weight: number }[] };
    assert.deepEqual(
      mirrors.map(({ weight }) => weight),
      [200, 100],
    );
    assert.match(published.stderr, /left out https:\/\/m1\.example\/os\/: balancing gives it no new visitors for now/);
  });

  test("goes one step a term, by a timer and by hand", async (context) => {
    const cwd = await makeFolder(context);
    for (const source of [
      ["--loads", "clients.csv"],
      ["--from", "capacity"],
    ]) {
      await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(STATUS));
      await balance(cwd, ...source, "--write");
      const first = await readText(cwd, "status.json");
      const { stderr } = await balance(cwd, ...source, "--write");
      assert.match(stderr, /^a run before took this term's step: this one takes its place, and goes no further$/m);
      assert.equal(await readText(cwd, "status.json"), first);
    }
  });

  test("gives the maintainers' own weights back when nobody is saturated", async (context) => {
    const cwd = await makeFolder(context);
    await balance(cwd, "--loads", "clients.csv", "--write");
    await writeFile(join(cwd, "clients.csv"), CSV.replace("800", "600").replace("m2.example/,200", "m2.example/,400"));
    const { stderr } = await balance(cwd, "--loads", "clients.csv", "--write");
    assert.match(stderr, /^no mirror is over .*\nevery mirror has its own weight: no effective ones are needed\n/);
    assert.deepEqual(JSON.parse(await readText(cwd, "status.json")), STATUS);
  });

  test("follows measured speeds a step, and proposes whole weights for mirrors.json", async (context) => {
    const cwd = await makeFolder(context);
    const { code, stdout, stderr } = await balance(cwd, "--from", "capacity", "--propose");
    assert.equal(code, 0);
    assert.match(stdout, /^m1\.example +50\.0 % +42\.9 % +gives 10\.0 MB\/s, 16\.7 % of the pool$/m);
    assert.match(stdout, /^-.*"weight":30.*\n(?:\\ .*\n)?\+.*"weight":1,.*"weight":2,.*"weight":3\}/m);
    assert.match(stderr, /all mirrors together give 60\.0 MB\/s; the first is full at 20\.0 MB\/s now/);
    assert.match(stderr, /with the weights of "--propose" at 60\.0 MB\/s/);
    assert.deepEqual(JSON.parse(await readText(cwd, "mirrors.json")), SAMPLE_POOL);
    const json = JSON.parse((await balance(cwd, "--from", "capacity", "--json")).stdout) as Balance;
    assert.deepEqual(json.proposed_weights, [1, 2, 3, 0]);
  });

  test("leaves the weight of a broken mirror as it is in what it proposes, and says what that would be", async (context) => {
    const memory = { url_prefix: "https://m3.example/", broken_since: STATUS.probed };
    const status = { ...STATUS, balance: { term: STATUS.probed, mirrors: [memory] } };
    const cwd = await makeFolder(context, { "status.json": status });
    const { stdout, stderr } = await balance(cwd, "--from", "capacity", "--propose");
    assert.match(stdout, /^\+.*"weight":1,.*"weight":2,.*"weight":10\}/m);
    assert.match(
      stderr,
      /^https:\/\/m3\.example\/ is out as broken: its weight stays 10, 76\.9 % of the pool beside these/m,
    );
    assert.match(stderr, /with the weights of "--propose" at 30\.0 MB\/s/);
    const json = JSON.parse((await balance(cwd, "--from", "capacity", "--json")).stdout) as Balance;
    assert.deepEqual(json.proposed_weights, [1, 2, 10, 0]);
  });

  test("refuses what it cannot work with, each with a cure", async (context) => {
    const cwd = await makeFolder(context);
    await writeFile(join(cwd, "some.csv"), CSV.replace(/.*m3.*\n/, ""));
    const unmeasured = await makeSampleFolder(context, {
      "status.json": { ...STATUS, mirrors: [sampleStatus("https://m2.example/", "up")] },
    });
    const unprobed = await makeSampleFolder(context);
    await writeFile(join(unprobed, "clients.csv"), CSV);
    const runs = await Promise.all([
      balance(cwd, "--loads", "some.csv", "--json"),
      balance(cwd, "--loads", "none.csv", "--json"),
      balance(unmeasured, "--from", "capacity", "--json", "--write"),
      balance(unprobed, "--loads", "clients.csv", "--json", "--write"),
    ]);
    assert.deepEqual(
      runs.map(({ code, stdout }) => {
        const { problems } = JSON.parse(stdout) as { problems: { code: string; cure: string }[] };
        assert.ok(problems.every(({ cure }) => cure));
        return [code, ...problems.map((problem) => problem.code)];
      }),
      [
        [1, "missing-load"],
        [1, "unreadable-file"],
        [1, "no-speed"],
        [1, "no-status"],
      ],
    );
    const codes = EXPLANATIONS.map(({ code }) => code);
    for (const code of ["missing-load", "no-speed", "no-status"]) assert.ok(codes.includes(code));
  });

  test("calls no source, two of them, or a proposal from clients wrong usage", async (context) => {
    const cwd = await makeFolder(context);
    const words = [
      [],
      ["--loads", "clients.csv", "--from", "capacity"],
      ["--loads", "clients.csv", "--propose"],
      ["--from", "hearsay"],
      ["--loads", "clients.csv", "--step", "0"],
    ];
    const runs = await Promise.all(words.map((more) => balance(cwd, ...more)));
    assert.deepEqual(
      runs.map(({ code, stdout }) => [code, stdout]),
      words.map(() => [2, ""]),
    );
  });
});
