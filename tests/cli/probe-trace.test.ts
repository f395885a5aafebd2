import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test, type TestContext } from "node:test";
import type { Status } from "../../src/ops/status.ts";
import type { Finding } from "../../src/ops/verdict.ts";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { TRACE_PATH } from "../servers/trace-answers.ts";
import { makeProbeFolder, readFound, runProbe } from "./run-probe.ts";
import { runProgram } from "./run-program.ts";

/** How a mirror answers for its trace file, what is found, why, and how many hours ago it synchronised. */
const CASES: readonly (readonly [way: string, verdict: Finding["verdict"], reason: RegExp, hours?: number])[] = [
  ["trace-fresh", "up", /^carries the release$/, 2.5],
  ["trace-unix", "up", /^carries the release$/, 5.5],
  ["trace-stale", "outdated", /^last synced 3 days ago, the pool allows 24 hours$/, 73],
  ["trace-page", "up", /^carries the release; its trace file begins with no time, got "<!doctype html>"$/],
  ["trace-escape", "up", /^carries the release; its trace file begins with no time, got "\\u001b\[2J gone"$/],
  ["trace-gzip", "up", /; its trace file comes encoded \(gzip\)$/],
  ["trace-endless", "up", /; its trace file begins with no time, got "x{40}"$/],
  ["trace-hangs", "up", /; its trace file gives no answer within 4 s \(first byte\)$/],
  ["trace-half", "up", /; its trace file does not come within 4 s$/],
  ["trace-circle", "up", /; its trace file redirects in a circle over https:/],
  ["spoiled", "wrong", /^sends other bytes than the release has/],
  ["missing", "outdated", /^answers 404 for os\/1\.0\/image\.img$/],
  ["forbidden", "down", /^answers 403/],
];

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

function makeFolder(context: TestContext, ways: readonly string[], rule: object): Promise<string> {
  const prefixes = ways.map((way) => mirror.prefix(way));
  const pool = { version: 1, ...rule, mirrors: prefixes.map((url_prefix) => ({ url_prefix, weight: 10 })) };
  return makeProbeFolder(context, mirror, { prefixes, files: { "mirrors.json": pool } });
}

/** Gives how many hours before it was asked a mirror synchronised, to half an hour. */
function hoursOf({ synced, checked }: Finding): number | undefined {
  if (synced === undefined) return undefined;
  return Math.round((Date.parse(checked) - Date.parse(synced)) / 1_800_000) / 2;
}

suite("probe with a trace file", () => {
  test("finds how fresh a mirror is", async (context) => {
    const folder = await makeFolder(
      context,
      CASES.map(([way]) => way),
      { trace_path: TRACE_PATH, trace_max_age_hours: 24 },
    );
    const before = mirror.bytesSent();
    const findings = readFound(await runProbe(folder, mirror, ["--json", "--timeout", "4"]));
    for (const [index, [way, verdict, reason, hours]] of CASES.entries())
      await context.test(`${verdict}: ${way}`, () => {
        const found = findings[index];
        assert.ok(found);
        assert.match(found.reason, reason);
        assert.deepEqual([found.verdict, hoursOf(found)], [verdict, hours]);
      });
    await context.test("and cuts who sends without end", () => {
      assert.ok(mirror.bytesSent() - before < 32 * 2 ** 20, `${mirror.bytesSent() - before} bytes were sent`);
    });
  });

  test("judges by no age that the pool does not name, and shows it", async (context) => {
    const folder = await makeFolder(context, ["trace-stale"], { trace_path: TRACE_PATH });
    const { code, stdout } = await runProbe(folder, mirror, ["--write", "--dev"]);
    assert.equal(code, 0);
    assert.match(stdout, /^mirror +found +latency +certificate +synced +reason\n/);
    assert.match(stdout, / 3 days ago +carries the release\n$/);
    const { mirrors } = JSON.parse(await readFile(join(folder, "status.json"), "utf8")) as Status;
    assert.match(mirrors[0]?.synced ?? "", /^\d{4}-\d\d-\d\dT/);
    const doctor = await runProgram(["doctor", "--mirrors", folder], { cwd: folder });
    assert.match(doctor.stdout, /^oldest sync +3 days ago \(https:\/\/trace-stale\.m\.example:\d+\/trace-stale\/\)$/m);
  });

  test("keeps where the trace lies, and its age, out of what is published", async (context) => {
    const folder = await makeFolder(context, ["good"], { trace_path: TRACE_PATH, trace_max_age_hours: 24 });
    const { stdout } = await runProgram(["publish", "--mirrors", folder]);
    assert.deepEqual(Object.keys(JSON.parse(stdout) as object), ["version", "generated", "expires", "mirrors"]);
  });

  test("refuses a trace path that leads elsewhere", async (context) => {
    for (const trace_path of ["/trace", "../trace", "a/../b", "a//b", "trace?x", "https://m.example/trace", ""]) {
      const folder = await makeFolder(context, ["good"], { trace_path });
      const { code, stderr } = await runProgram(["validate", "--mirrors", folder]);
      assert.equal(code, 1, trace_path);
      assert.match(stderr, /mirrors\.json \/trace_path: /);
    }
  });
});
