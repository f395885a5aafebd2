import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { Problem } from "../../src/core/problem.ts";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
import { runProgram, type RunResult } from "./run-program.ts";
import { copyLists } from "./copy-lists.ts";

const validate = (folder: string, ...words: string[]): Promise<RunResult> =>
  runProgram(["validate", "--mirrors", folder, ...words]);

function problemsOf({ stdout }: RunResult): Problem[] {
  return (JSON.parse(stdout) as { problems: Problem[] }).problems;
}

const mirror = (host: string, weight: unknown) => ({ url_prefix: `https://${host}/`, weight });
const poolOf = (...mirrors: unknown[]): string => JSON.stringify({ mirrors });

suite("validate", { concurrency: 2 }, () => {
  test("finds the repository's own folder fine", async () => {
    const { code, stdout, stderr } = await validate("mirrors");
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "" });
    assert.match(stderr, /^mirrors\/ is fine: \d+ of \d+ mirrors can be drawn\n$/);
  });

  test("tells every problem of every file at once, and what to do next", async (context) => {
    const folder = await copyLists(context, {
      "mirrors.json": poolOf(mirror("m1.example", 1), mirror("m1.example", 2), mirror("m2.example", "x")),
      "releases.json": '{ "version": 1,\n  "files": [,] }',
      "status.json": "{}",
      "fallback.json": "[",
    });
    const { code, stderr } = await validate(folder);
    assert.equal(code, 1);
    const lines = stderr.trimEnd().split("\n");
    const places = ["mirrors.json /mirrors/2/weight", "releases.json: must be JSON, got a fault at line 2, column 13"];
    for (const place of [...places, "status.json /version", "fallback.json: ", "mirrors.json /mirrors/1/url_prefix"]) {
      assert.ok(
        lines.some((line) => line.startsWith(join(folder, place))),
        `${place} in\n${stderr}`,
      );
    }
    const last = lines.at(-1) ?? "";
    assert.equal(
      last,
      `${lines.length - 1} problems in ${folder}/; "fairmirror validate --explain bad-weight" says more of the first`,
    );
  });

  test("gives the problems as JSON", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": poolOf(mirror("m1.example", 0)) });
    const result = await validate(folder, "--json");
    assert.equal(result.code, 1);
    assert.deepEqual(problemsOf(result), [
      {
        code: "no-usable-mirror",
        file: join(folder, "mirrors.json"),
        pointer: "/mirrors",
        message: "must hold a mirror that can be drawn, got weight 0 everywhere",
        cure: "give at least one mirror a weight above 0",
      },
    ]);
    assert.deepEqual(JSON.parse((await validate("mirrors", "--json")).stdout), { problems: [] });
  });

  test("allows what it is told to, and names the exceptions that it knows", async (context) => {
    const mirrors = [mirror("m1.example", 9), mirror("m2.example", 1), mirror("m3.example", 1)];
    const folder = await copyLists(context, { "mirrors.json": poolOf(...mirrors) });
    assert.equal((await validate(folder)).code, 1);
    assert.equal((await validate(folder, "--allow", "weight-over-half")).code, 0);
    assert.equal((await validate(folder, "--allow", "weight")).code, 2);
  });
});

suite("validate --explain", { concurrency: 2 }, () => {
  test("says what is wrong, why, and how to mend it, with an example", async () => {
    const { code, stdout } = await runProgram(["validate", "--explain", "unknown-country"]);
    assert.equal(code, 0);
    for (const part of ["stand for no country", "why it matters", "how to mend it", '"UK"', '"GB"']) {
      assert.ok(stdout.includes(part), part);
    }
  });

  test("lists the codes when it does not know one", async () => {
    const { code, stdout, stderr } = await runProgram(["validate", "--explain", "nonsense"]);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    for (const { code: known } of EXPLANATIONS) assert.ok(stderr.includes(`  ${known}\n`), known);
  });
});
