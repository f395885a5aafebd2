import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

const HOUR_MS = 3_600_000;

function ago(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

function statusOf(probed: string, ...mirrors: object[]) {
  return { version: 1, probed, mirrors };
}

interface Report {
  readonly problems: readonly { readonly code: string; readonly pointer: string }[];
}

suite("fairmirror doctor", () => {
  test("tells of moments that nobody can read instead of guessing them", async (context) => {
    const mirrors = SAMPLE_POOL.mirrors.map(({ url_prefix }) =>
      sampleStatus(url_prefix, "up", { checked: "lately", since: "", certificate_days: 30 }),
    );
    const cwd = await makeSampleFolder(context, { "status.json": statusOf("yesterday", ...mirrors) });
    const { code, stdout } = await runProgram(["doctor"], { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /the pool was last probed at an unreadable time \("yesterday"\)/);
    assert.match(stdout, /status\.json \/probed: must be a time that has come, got "yesterday", and 8 more such times/);
  });

  test("is not silenced by times to come, and allows an hour for clocks that differ", async (context) => {
    const runs = [-0.9, -1.1, -24 * 365].map(async (hours) => {
      const mirrors = SAMPLE_POOL.mirrors
        .slice(0, 3)
        .map(({ url_prefix }) => sampleStatus(url_prefix, "up", { checked: ago(hours), since: ago(hours) }));
      const cwd = await makeSampleFolder(context, { "status.json": statusOf(ago(hours), ...mirrors) });
      return (JSON.parse((await runProgram(["doctor", "--json"], { cwd })).stdout) as Report).problems;
    });
    assert.deepEqual(
      (await Promise.all(runs)).map((problems) => problems.map(({ code, pointer }) => `${code} ${pointer}`)),
      [[], ["impossible-time /probed"], ["impossible-time /probed"]],
    );
  });

  test("names the mirror whose time makes no sense", async (context) => {
    const late = sampleStatus("https://m2.example/", "down", { since: "9999-01-01T00:00:00.000Z" });
    const status = statusOf(ago(1), sampleStatus("https://m1.example/os/", "up"), late);
    const cwd = await makeSampleFolder(context, { "status.json": status });
    const { stdout } = await runProgram(["doctor"], { cwd });
    assert.match(
      stdout,
      /status\.json \/mirrors\/1\/since: must be a time that has come, got "9999-[^"]+"; look at the/,
    );
  });

  test("tells of a day in the history that has not come", async (context) => {
    // In the last hour of a day, a clock that is right may say tomorrow.
    const history = [-24, 48, 72].map((hours) => ({ day: ago(-hours).slice(0, 10), checks: 1, up: 1 }));
    const status = statusOf(ago(1), sampleStatus("https://m1.example/os/", "up", { history }));
    const cwd = await makeSampleFolder(context, { "status.json": status });
    const { stdout } = await runProgram(["doctor"], { cwd });
    assert.match(stdout, /status\.json \/mirrors\/0\/history\/1\/day: must be a time that has come, .* 1 more such/);
  });
});
