import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { breakLock, type HardLink, placeLock } from "../../src/cli/lock/place-lock.ts";
import { withLock } from "../../src/cli/lock/with-lock.ts";

const IMPATIENT = { patienceMs: 0 };

async function makeFile(context: TestContext): Promise<{ folder: string; file: string; lock: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-lock-"));
  context.after(() => rm(folder, { recursive: true }));
  return { folder, file: join(folder, "status.json"), lock: join(folder, "status.json.lock") };
}

async function setAge(lock: string, seconds: number): Promise<void> {
  const time = new Date(Date.now() - seconds * 1000);
  await utimes(lock, time, time);
}

suite("a lock", () => {
  test("is waited for while its owner runs, and broken when it does not", async (context) => {
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

  test("is given back after a failure", async (context) => {
    const folder = await mkdtemp(join(tmpdir(), "fairmirror-lock-"));
    context.after(() => rm(folder, { recursive: true }));
    const fail = () => withLock(join(folder, "x"), () => Promise.reject(new Error("no space left")));
    await assert.rejects(fail, /no space left/);
    assert.deepEqual(await readdir(folder), []);
  });

  for (const [name, owner] of [
    ["this very process", `${hostname()} ${process.pid} left-behind\n`],
    ["another that runs", `${hostname()} ${process.ppid} left-behind`],
    ["another machine", "elsewhere 17 left-behind"],
    ["nobody", ""],
  ] as const)
    test(`of ${name} is broken when it is older than a minute, or as far in the future`, async (context) => {
      const { folder, file, lock } = await makeFile(context);
      for (const seconds of [61, -3600]) {
        await writeFile(lock, owner);
        await setAge(lock, seconds);
        assert.deepEqual(await withLock(file, () => Promise.resolve("done")), { value: "done" });
        assert.deepEqual(await readdir(folder), []);
      }
    });

  test("of a program that runs is left alone, and told", async (context) => {
    const { file, lock } = await makeFile(context);
    const owner = `${hostname()} ${process.ppid} at-work`;
    await writeFile(lock, `${owner}\n`);
    const outcome = await withLock(file, () => assert.fail("must not begin"), IMPATIENT);
    assert.ok("problem" in outcome);
    assert.deepEqual([outcome.problem.code, outcome.problem.file], ["locked-file", lock]);
    assert.equal(outcome.problem.message, `must be free, got a lock of "${owner}"`);
    assert.equal(await readFile(lock, "utf8"), `${owner}\n`);
  });

  test("that cannot be placed is told", async (context) => {
    const { folder, lock, file } = await makeFile(context);
    await mkdir(lock);
    for (const path of [file, join(folder, "nowhere", "status.json")]) {
      const outcome = await withLock(path, () => assert.fail("must not begin"), IMPATIENT);
      assert.ok("problem" in outcome);
      assert.equal(outcome.problem.code, "unwritable-file");
    }
    assert.ok((await stat(lock)).isDirectory());
  });

  test("that another took over is noticed, and left to him", async (context) => {
    const { file, lock } = await makeFile(context);
    const outcome = await withLock(file, async (findLoss) => {
      assert.equal(await findLoss(), undefined);
      await writeFile(lock, "elsewhere 17 newer");
      return (await findLoss())?.code;
    });
    assert.deepEqual(outcome, { value: "locked-file" });
    assert.equal(await readFile(lock, "utf8"), "elsewhere 17 newer");
  });

  for (const code of ["EPERM", "ENOTSUP"])
    test(`does without links where there are none (${code})`, async (context) => {
      const { folder, lock } = await makeFile(context);
      const hardLink: HardLink = () => Promise.reject(Object.assign(new Error(code), { code }));
      assert.equal(await placeLock(lock, "a 1 x", hardLink), true);
      assert.equal(await placeLock(lock, "b 2 y", hardLink), false);
      await breakLock(lock, "c 3 z", hardLink);
      assert.equal(await readFile(lock, "utf8"), "a 1 x");
      await breakLock(lock, "a 1 x", hardLink);
      assert.deepEqual(await readdir(folder), []);
    });
});
