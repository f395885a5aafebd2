import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

test("the built program runs by itself, and finds the sample lists right", async () => {
  const { stdout } = await run(process.execPath, ["dist/cli.js", "validate", "--json"]);
  assert.deepEqual(JSON.parse(stdout), { problems: [] });
});

test("the built program tells wrong usage with 2", async () => {
  await assert.rejects(run(process.execPath, ["dist/cli.js", "no-such-command"]), { code: 2 });
});
