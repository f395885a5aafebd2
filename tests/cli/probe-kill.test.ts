import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { withLock } from "../../src/cli/probe/with-lock.ts";
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
  assert.equal(await withLock(file, () => Promise.resolve("done")), "done");
});

test("a lock is waited for while its owner runs, and broken when it does not", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-lock-"));
  context.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "status.json");
  const steps: string[] = [];
  await Promise.all(
    ["a", "b", "c"].map((name) =>
      withLock(file, async () => {
        steps.push(`${name} begins`);
        await wait(20);
        steps.push(`${name} ends`);
      }),
    ),
  );
  for (const index of [0, 2, 4]) assert.equal(steps[index + 1], steps[index]?.replace("begins", "ends"));
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "close");
  await writeFile(`${file}.lock`, `${hostname()} ${child.pid ?? 0} left-behind`);
  await withLock(file, () => Promise.resolve());
  assert.deepEqual(await readdir(folder), []);
});

test("a failure gives the lock back", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-lock-"));
  context.after(() => rm(folder, { recursive: true }));
  const fail = () => withLock(join(folder, "x"), () => Promise.reject(new Error("no space left")));
  await assert.rejects(fail, /no space left/);
  assert.deepEqual(await readdir(folder), []);
});
