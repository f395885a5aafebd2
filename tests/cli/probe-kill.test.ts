import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { withLock } from "../../src/cli/lock/with-lock.ts";
import { checkStatus } from "../../src/ops/check-status.ts";

const WRITER = new URL("./save-forever.ts", import.meta.url).pathname;
const TSX = import.meta.resolve("tsx");

/** Lets a program save until it has done so once, and kills it a while later, wherever it is then. */
async function killWriter(file: string, delayMs: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", TSX, WRITER, file], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await wait(delayMs);
  child.kill("SIGKILL");
  await once(child, "close");
}

test("a killed probe leaves the old status or the new one, and nobody locked out", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-kill-"));
  context.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "status.json");
  for (const delayMs of [0, 7, 13, 29]) {
    await killWriter(file, delayMs);
    const { status, problems } = checkStatus(await readFile(file, "utf8"), { file });
    assert.deepEqual(problems, []);
    assert.equal(status?.mirrors.length, 1000);
  }
  assert.deepEqual(await withLock(file, () => Promise.resolve("done")), { value: "done" });
});
