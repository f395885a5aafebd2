import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { promisify } from "node:util";
import type { Problem } from "../../src/core/problem.ts";
import { runProgram, type RunResult } from "./run-program.ts";
import { copyLists } from "./copy-lists.ts";

const validate = (folder: string, ...words: string[]): Promise<RunResult> =>
  runProgram(["validate", "--mirrors", folder, ...words]);

function problemsOf({ stdout }: RunResult): Problem[] {
  return (JSON.parse(stdout) as { problems: Problem[] }).problems;
}

/** Breaks a folder, and names the code and a part of the message that must come of it. */
const BAD_INPUTS: readonly {
  readonly name: string;
  readonly code: string;
  readonly told: RegExp;
  readonly spoil: (folder: string) => Promise<unknown>;
}[] = [
  {
    name: "no such folder",
    code: "unreadable-file",
    told: /no such file or folder; check the path, or name another folder with "--mirrors DIR"/,
    spoil: (folder) => rm(folder, { recursive: true }).then(() => mkdir(join(folder, "x"), { recursive: true })),
  },
  {
    name: "a file in the place of the folder",
    code: "unreadable-file",
    told: /mirrors\.json: must be there, got a file where its path has a folder; check the path, or name another folder/,
    spoil: (folder) => rm(folder, { recursive: true }).then(() => writeFile(folder, "")),
  },
  {
    name: "a folder in the place of the pool",
    code: "unreadable-file",
    told: /mirrors\.json: must be a file, got a folder/,
    spoil: (folder) => rm(join(folder, "mirrors.json")).then(() => mkdir(join(folder, "mirrors.json"))),
  },
  {
    name: "a folder in the place of the status",
    code: "unreadable-file",
    told: /status\.json: must be a file, got a folder/,
    spoil: (folder) => mkdir(join(folder, "status.json")),
  },
  {
    name: "a link to itself",
    code: "unreadable-file",
    told: /releases\.json: must be a file, got a link that leads back to itself; mend the link/,
    spoil: (folder) =>
      rm(join(folder, "releases.json")).then(() => symlink("releases.json", join(folder, "releases.json"))),
  },
  {
    name: "a file of 100 MB",
    code: "too-large",
    told: /mirrors\.json: must be at most 33554432 bytes, got 100000000/,
    spoil: (folder) => truncate(join(folder, "mirrors.json"), 100_000_000),
  },
  {
    name: "a device that never ends in the place of the pool",
    code: "not-a-file",
    told: /mirrors\.json: must be a file, got a device or pipe; save it as a file/,
    spoil: (folder) => rm(join(folder, "mirrors.json")).then(() => symlink("/dev/zero", join(folder, "mirrors.json"))),
  },
  {
    name: "a pipe that nobody writes to in the place of the status",
    code: "not-a-file",
    told: /status\.json: must be a file, got a device or pipe/,
    spoil: (folder) => promisify(execFile)("mkfifo", [join(folder, "status.json")]),
  },
  {
    name: "NUL bytes",
    code: "invalid-encoding",
    told: /mirrors\.json: must be UTF-8 text, got a NUL byte, as in binary data, at line 1/,
    spoil: (folder) => writeFile(join(folder, "mirrors.json"), Buffer.alloc(64)),
  },
  {
    name: "an empty file",
    code: "invalid-json",
    told: /mirrors\.json: must be JSON, got a fault at line 1, column 1/,
    spoil: (folder) => writeFile(join(folder, "mirrors.json"), ""),
  },
  {
    name: "a key that stands twice",
    code: "duplicate-key",
    told: /mirrors\.json \/version: must stand once, got the key again at line 1, column 16/,
    spoil: (folder) => writeFile(join(folder, "mirrors.json"), '{"version": 1, "version": 2}'),
  },
];

suite("validate with bad input", { concurrency: 2 }, () => {
  for (const { name, code, told, spoil } of BAD_INPUTS) {
    test(`ends in a message with ${name}`, async (context) => {
      const folder = await copyLists(context);
      await spoil(folder);
      const result = await validate(folder);
      assert.equal(result.code, 1);
      assert.match(result.stderr, told);
      assert.ok(problemsOf(await validate(folder, "--json")).some((problem) => problem.code === code));
    });
  }
});
