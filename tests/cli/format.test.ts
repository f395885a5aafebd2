import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { applyPatch } from "diff";
import { PROGRAM, runProgram, type RunResult } from "./run-program.ts";
import { copyLists } from "./copy-lists.ts";

const format = (folder: string, ...words: string[]): Promise<RunResult> =>
  runProgram(["format", "--mirrors", folder, ...words]);

const CANONICAL = await readFile("mirrors/mirrors.json", "utf8");
const CRAMPED = JSON.stringify(JSON.parse(CANONICAL));

/** The longest path that Linux takes, in bytes, its end mark not counted. */
const LONGEST_PATH = 4095;

/** Makes a file that can be read, but nobody can write another beside it, not even root: its path would be too long. */
async function makeUnwritable(folder: string, text: string): Promise<string> {
  const room = LONGEST_PATH - folder.length - "/m".length;
  const deep = join(folder, `${"d".repeat(99)}/`.repeat(Math.floor(room / 100) - 1));
  const parent = join(deep, "d".repeat(LONGEST_PATH - "/m".length - deep.length));
  await mkdir(parent, { recursive: true });
  await writeFile(join(parent, "m"), text);
  return join(parent, "m");
}

suite("format", { concurrency: 2 }, () => {
  test("finds the repository's own files in canonical form", async () => {
    const { code, stdout, stderr } = await format("mirrors", "--check");
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: "", stderr: "all is in canonical form\n" });
  });

  test("shows what would change, and changes nothing", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": CRAMPED });
    const file = join(folder, "mirrors.json");
    const { code, stdout, stderr } = await format(folder);
    assert.equal(code, 0);
    assert.equal(applyPatch(CRAMPED, stdout), CANONICAL);
    assert.equal(stderr, `would change: ${file}; run it again with "--write" to do so\n`);
    assert.equal(await readFile(file, "utf8"), CRAMPED);
  });

  test("names the files that are not canonical, for CI", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": CRAMPED });
    const { code, stdout, stderr } = await format(folder, "--check");
    assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
    assert.equal(stderr, `not in canonical form: ${join(folder, "mirrors.json")}; run "fairmirror format --write"\n`);
  });

  test("writes what it showed, and leaves nothing else behind", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": CRAMPED });
    const { code, stdout } = await format(folder, "--write");
    assert.equal(code, 0);
    assert.equal(applyPatch(CRAMPED, stdout), CANONICAL);
    assert.equal(await readFile(join(folder, "mirrors.json"), "utf8"), CANONICAL);
    assert.deepEqual((await readdir(folder)).sort(), ["mirrors.json", "releases.json"]);
    assert.equal((await format(folder, "--check")).code, 0);
  });

  test("waits for a program that has the file, and keeps what that one wrote", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": CRAMPED });
    const file = join(folder, "mirrors.json");
    await writeFile(`${file}.lock`, `${hostname()} ${process.pid} other`);
    const child = spawn(process.execPath, [PROGRAM, "format", "--mirrors", folder, "--write"]);
    // It has read the file, and shows what it would change.
    await once(child.stdout, "data");
    await writeFile(file, CRAMPED.replace(/"weight":\d+/, '"weight":7'));
    await rm(`${file}.lock`);
    await once(child, "close");
    assert.equal(child.exitCode, 0);
    assert.equal(await readFile(file, "utf8"), CANONICAL.replace(/"weight": \d+/, '"weight": 7'));
  });

  test("formats the fallback too, where there is one", async (context) => {
    const text = await readFile("mirrors/fallback.json", "utf8");
    const cramped = JSON.stringify(JSON.parse(text));
    const folder = await copyLists(context, { "fallback.json": cramped });
    const { code, stdout } = await format(folder, "--write");
    assert.equal(code, 0);
    assert.equal(applyPatch(cramped, stdout), text);
    assert.equal(await readFile(join(folder, "fallback.json"), "utf8"), text);
  });

  test("gives problems and changes as JSON", async (context) => {
    const folder = await copyLists(context, { "mirrors.json": CRAMPED, "releases.json": "{" });
    const { code, stdout } = await format(folder, "--json");
    const data = JSON.parse(stdout) as { problems: { code: string }[]; changes: { file: string; diff: string }[] };
    assert.equal(code, 1);
    assert.deepEqual(
      data.problems.map((problem) => problem.code),
      ["invalid-json"],
    );
    assert.deepEqual(
      data.changes.map(({ file }) => file),
      [join(folder, "mirrors.json")],
    );
  });

  test("tells when a file cannot be written, and writes the other", async (context) => {
    const folder = await copyLists(context, { "releases.json": '{"files":[],"version":1}' });
    const file = join(folder, "mirrors.json");
    const far = await makeUnwritable(folder, CRAMPED);
    await rm(file);
    await symlink(far, file);
    const { code, stderr } = await format(folder, "--write");
    assert.equal(code, 1);
    assert.match(stderr, /mirrors\.json: must be a place that can be written, got "ENAMETOOLONG/);
    assert.match(stderr, /\nformatted: \S+releases\.json; left alone, mend it first: \S+mirrors\.json\n$/);
    assert.equal(await readFile(file, "utf8"), CRAMPED);
  });

  test("does not take --check and --write at once", async () => {
    assert.equal((await format("mirrors", "--check", "--write")).code, 2);
  });
});

suite("format with bad input", { concurrency: 2 }, () => {
  for (const [name, text, told] of [
    ["no JSON", '{\n"mirrors": [,] }', /mirrors\.json: must be JSON, got a fault at line 2, column 13/],
    ["a key twice", '{"version": 1, "version": 1}', /must stand once/],
    ["bytes that are no UTF-8", Buffer.from('{"version": "\xff"}', "latin1"), /must be UTF-8 text/],
    ["NUL bytes", Buffer.alloc(9), /must be UTF-8 text, got a NUL byte/],
  ] as const) {
    test(`leaves a file with ${name} as it is, and formats the other`, async (context) => {
      const folder = await copyLists(context, { "releases.json": '{"files":[],"version":1}' });
      const file = join(folder, "mirrors.json");
      await writeFile(file, text);
      const { code, stderr } = await format(folder, "--write");
      assert.equal(code, 1);
      assert.match(stderr, told);
      assert.ok(
        stderr.endsWith(`formatted: ${join(folder, "releases.json")}; left alone, mend it first: ${file}\n`),
        stderr,
      );
      assert.deepEqual(await readFile(file), Buffer.from(text));
    });
  }

  test("tells of a folder in the place of a file, and of no folder at all", async (context) => {
    const folder = await copyLists(context);
    await rm(join(folder, "mirrors.json"));
    await mkdir(join(folder, "mirrors.json"));
    assert.match((await format(folder)).stderr, /mirrors\.json: must be a file, got a folder/);
    const { code, stderr } = await format(join(folder, "nowhere"));
    assert.equal(code, 1);
    assert.match(stderr, /no such file or folder; check the path, or name another folder/);
  });
});
