import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import type { MaintainedPool } from "../../src/core/pool.ts";
import { runProgram, type RunResult } from "./run-program.ts";
import { copyLists } from "./copy-lists.ts";

const validate = (folder: string, ...words: string[]): Promise<RunResult> =>
  runProgram(["validate", "--mirrors", folder, ...words]);

const mirror = (host: string, weight: unknown) => ({ url_prefix: `https://${host}/`, weight });
const poolOf = (...mirrors: unknown[]): string => JSON.stringify({ mirrors });

const git = (folder: string, ...words: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t.example", ...words], { stdio: "pipe" });

/** Makes a checkout with the pool committed once, and another pool in the working tree. */
async function sampleCheckout(context: TestContext, before: string, after: string): Promise<string> {
  const folder = await copyLists(context, { "mirrors.json": before });
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Begin");
  await writeFile(join(folder, "mirrors.json"), after);
  return folder;
}

suite("validate --diff", { concurrency: 2 }, () => {
  const before = poolOf(mirror("m1.example", 50), mirror("m2.example", 50), mirror("gone.example", 100));
  const after = poolOf(mirror("m1.example", 75), mirror("m2.example", 50), mirror("new.example", 25));

  test("shows what becomes of each mirror's share", async (context) => {
    const folder = await sampleCheckout(context, before, after);
    const { code, stdout, stderr } = await validate(folder, "--diff", "HEAD");
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ {2,}/)),
      [
        ["mirror", "before", "after", "change"],
        ["https://m1.example/", "25.0 %", "50.0 %", "+25.0"],
        ["https://m2.example/", "25.0 %", "33.3 %", "+8.3"],
        ["https://new.example/", "added", "16.7 %", "+16.7"],
        ["https://gone.example/", "50.0 %", "removed", "−50.0"],
      ],
    );
    assert.match(stderr, /^added: https:\/\/new\.example\/\nremoved: https:\/\/gone\.example\/\n/);
  });

  test("gives the shares as JSON, beside the problems", async (context) => {
    const folder = await sampleCheckout(context, before, after);
    const { stdout } = await validate(folder, "--diff", "HEAD", "--json");
    const { problems, shares } = JSON.parse(stdout) as { problems: unknown[]; shares: Record<string, unknown>[] };
    assert.deepEqual(problems, []);
    assert.deepEqual(shares[0], { url_prefix: "https://m1.example/", before: 0.25, after: 0.5, change: 0.25 });
    assert.deepEqual(shares[3], { url_prefix: "https://gone.example/", before: 0.5, change: -0.5 });
  });

  test("wraps long addresses, and loses nothing of them", async (context) => {
    const { mirrors } = JSON.parse(await readFile("mirrors/mirrors.json", "utf8")) as MaintainedPool;
    const text = poolOf(...mirrors, mirror(`${"long.".repeat(30)}example`, 1));
    const { stdout, stderr } = await validate(await sampleCheckout(context, text, text), "--diff", "HEAD");
    assert.ok(
      stdout.split("\n").every((line) => line.length <= 80),
      stdout,
    );
    assert.ok(stdout.replaceAll(/\s|\d+\.\d %|=/g, "").includes(`https://${"long.".repeat(30)}example/`), stdout);
    assert.match(stderr, /no share differs from HEAD/);
  });

  test("tells when there is nothing to compare with", async (context) => {
    const folder = await sampleCheckout(context, before, after);
    for (const [place, revision, told] of [
      [folder, "nonsense", /must have a revision of that name, got "nonsense"/],
      [folder, "--output=x", /must have a revision of that name, got "--output=x"/],
      [await copyLists(context), "HEAD", /must lie in a git checkout, got "HEAD"/],
    ] as const) {
      const { code, stdout, stderr } = await validate(place, `--diff=${revision}`);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
      assert.match(stderr, told);
    }
  });

  test("tells when the revision has no such file, or none that can be read", async (context) => {
    const folder = await sampleCheckout(context, "[", after);
    assert.match((await validate(folder, "--diff", "HEAD")).stderr, /HEAD:.*mirrors\.json: must be JSON/);
    git(folder, "rm", "--quiet", "--cached", "mirrors.json");
    git(folder, "commit", "--quiet", "--message", "Remove");
    assert.match((await validate(folder, "--diff", "HEAD")).stderr, /must be in that revision, got "HEAD"/);
  });
});
