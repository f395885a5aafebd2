import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { readText } from "../../src/cli/read-text.ts";

test("a device that is named by hand is read no further than a text may be long", async () => {
  const reading = await readText("/dev/zero");
  assert.ok("problem" in reading);
  assert.equal(reading.problem.code, "too-large");
  assert.equal(reading.problem.message, "must be at most 33554432 bytes, got more");
});

test("a pipe that is named by hand is read to its end, and refused where only a file will do", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-pipe-"));
  context.after(() => rm(folder, { recursive: true }));
  const pipe = join(folder, "pipe");
  await promisify(execFile)("mkfifo", [pipe]);
  const refused = await readText(pipe, { mustBeFile: true });
  assert.equal("problem" in refused && refused.problem.code, "not-a-file");
  const [reading] = await Promise.all([readText(pipe), writeFile(pipe, "a text")]);
  assert.equal("text" in reading && reading.text, "a text");
});
