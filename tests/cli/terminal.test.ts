import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { TRACE_PATH } from "../servers/trace-answers.ts";
import { makeProbeFolder, runProbe } from "./run-probe.ts";
import { runProgram, type RunResult } from "./run-program.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";

/** Clears the screen, by the old way and the new; goes back to the start of the line; turns the direction of writing. */
const EVIL = "\u001b[2J\u009b2J\r\u0007\u202egnp.\u2066";

const RAW = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function assertSafe({ stdout, stderr }: RunResult, told: RegExp): void {
  assert.doesNotMatch(stdout, RAW);
  assert.doesNotMatch(stderr, RAW);
  assert.match(stdout + stderr, told);
}

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

suite("no value of a file or a server reaches the terminal raw", () => {
  test("from validate", async (context) => {
    const mirrors = [{ url_prefix: EVIL, weight: EVIL, [EVIL]: 1, country: EVIL }];
    const cwd = await makeSampleFolder(context, { "mirrors.json": { ...SAMPLE_POOL, mirrors } });
    assertSafe(await runProgram(["validate"], { cwd }), /\\u009b2J/);
    assertSafe(await runProgram(["validate", "--json"], { cwd }), /\\u009b2J/);
  });

  test("from a folder and a file with such names", async (context) => {
    const cwd = await makeSampleFolder(context);
    assertSafe(await runProgram(["validate", "--mirrors", "\u001b[2J\u202e"], { cwd }), /\\u001b\[2J\\u202e/);
  });

  test("from probe", async (context) => {
    const prefix = mirror.prefix("trace-escape");
    const pool = { trace_path: TRACE_PATH, mirrors: [{ url_prefix: prefix, weight: 1 }] };
    const files = { "mirrors.json": pool };
    const folder = await makeProbeFolder(context, mirror, { prefixes: [prefix], files });
    assertSafe(await runProbe(folder, mirror, []), /begins with no time/);
    const finding = {
      url_prefix: prefix,
      verdict: "down",
      reason: EVIL,
      checked: "2026-11-21T04:30:00Z",
      lacks: [EVIL],
    };
    const point = { vantage: "a", probed: finding.checked, findings: [finding, { ...finding, url_prefix: EVIL }] };
    await writeFile(join(folder, "a.json"), JSON.stringify(point));
    const words = ["probe", "--mirrors", folder, "--merge", join(folder, "a.json")];
    assertSafe(await runProgram(words), /gnp\./);
    assertSafe(await runProgram([...words, "--json"]), /gnp\./);
  });

  test("from doctor", async (context) => {
    const mirrors = SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "wrong", { reason: EVIL }));
    const status = { version: 1, probed: EVIL, mirrors };
    const cwd = await makeSampleFolder(context, { "status.json": status });
    assertSafe(await runProgram(["doctor"], { cwd }), /gnp\./);
    assertSafe(await runProgram(["doctor", "--json"], { cwd }), /gnp\./);
  });

  test("from import, and from publish", async (context) => {
    const cwd = await makeSampleFolder(context);
    const entry = { url_prefix: "https://m1.example/", weight: 1, notes: EVIL, sponsor: EVIL, [EVIL]: EVIL };
    await writeFile(join(cwd, "list.json"), JSON.stringify({ [EVIL]: 1, mirrors: [entry, { url_prefix: EVIL }] }));
    assertSafe(await runProgram(["import", "--from", "tails", "list.json"], { cwd }), /gnp\./);
    assertSafe(await runProgram(["import", "--from", "tails", "list.json", "--json"], { cwd }), /gnp\./);
    const pool = { ...SAMPLE_POOL, mirrors: [{ url_prefix: "https://m1.example/", weight: 1, sponsor: EVIL }] };
    await writeFile(join(cwd, "mirrors", "mirrors.json"), JSON.stringify(pool));
    const published = await runProgram(["publish"], { cwd });
    assertSafe(published, /gnp\./);
    assert.equal((JSON.parse(published.stdout) as typeof pool).mirrors[0]?.sponsor, EVIL);
  });
});
