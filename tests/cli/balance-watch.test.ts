import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, watch, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { suite, test, type TestContext } from "node:test";
import { notifyHook } from "../../src/cli/balance/notify-hook.ts";
import { watchTerms } from "../../src/cli/balance/watch-terms.ts";
import type { Status } from "../../src/ops/status.ts";
import { PROGRAM, runProgram } from "./run-program.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";

const BROKEN = "https://m3.example/";
const CSV = "url_prefix,clients\nhttps://m1.example/os/,900\nhttps://m2.example/,600\nhttps://m3.example/,0\n";
const TEN_MINUTES_MS = 600_000;

function statusAfter(term: string): object {
  const clients = [900, 600, 0].map((count, index) => {
    const [url_prefix, expected] = [SAMPLE_POOL.mirrors[index]?.url_prefix, count === 0 ? 42 : 0];
    return { url_prefix, clients: count, ...(expected > 0 && { expected }) };
  });
  return {
    version: 1,
    probed: "2026-11-21T04:00:00Z",
    balance: { began: term, term, mirrors: clients },
    mirrors: SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "up")),
  };
}

async function makeFolder(context: TestContext): Promise<string> {
  const term = new Date(Date.now() - TEN_MINUTES_MS).toISOString();
  const cwd = await makeSampleFolder(context, { "status.json": statusAfter(term) });
  await writeFile(join(cwd, "clients.csv"), CSV);
  return cwd;
}

async function makeHook(cwd: string, script: string): Promise<string> {
  const file = join(cwd, "hook");
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

async function readStatus(cwd: string): Promise<Status> {
  return JSON.parse(await readFile(join(cwd, "mirrors", "status.json"), "utf8")) as Status;
}

suite("fairmirror balance --watch", () => {
  test("begins a term at once and at every full ten minutes, and judges each in time, until it is stopped", async () => {
    const runs: string[] = [];
    const controller = new AbortController();
    let time = Date.parse("2026-11-21T04:03:20Z");
    // A timer may end early.
    const wait = (ms: number): Promise<void> => Promise.resolve(void (time += ms - 2));
    const run = (act: string): Promise<void> => {
      if (runs.push(`${new Date(time + 2).toISOString().slice(11, 19)} ${act}`) === 5) controller.abort();
      time += 1500;
      return Promise.resolve();
    };
    await watchTerms(run, { now: () => time, wait, signal: controller.signal });
    const times = ["04:03:20 begin", "04:09:30 judge", "04:10:00 begin", "04:19:30 judge", "04:20:00 begin"];
    assert.deepEqual(runs, times);
  });

  test("leaves out what a long run missed", async () => {
    const acts: string[] = [];
    const controller = new AbortController();
    let time = Date.parse("2026-11-21T04:09:00Z");
    const wait = (ms: number): Promise<void> => Promise.resolve(void (time += ms));
    const run = (act: string): Promise<void> => {
      if (acts.push(act) === 3) controller.abort();
      time += 2 * 60_000;
      return Promise.resolve();
    };
    await watchTerms(run, { now: () => time, wait, signal: controller.signal });
    assert.deepEqual(acts, ["begin", "judge", "judge"]);
  });

  test("keeps what it does under --write, and ends with 0 when it is told to", async (context) => {
    const cwd = await makeFolder(context);
    const words = ["balance", "--loads", "clients.csv", "--watch", "--write"];
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = spawn(process.execPath, [PROGRAM, ...words], { cwd, stdio: ["ignore", "ignore", "pipe"] });
      const closed = once(child, "close");
      const lines: string[] = [];
      for await (const line of createInterface(child.stderr)) {
        lines.push(line);
        if (line.startsWith("wrote ")) child.kill(signal);
      }
      assert.deepEqual(await closed, [0, null]);
      assert.equal(lines.at(-1), "stopped");
    }
    assert.ok((await readStatus(cwd)).balance?.mirrors.some(({ broken_since }) => broken_since !== undefined));
  });
});

suite("fairmirror balance --watch, stopped while a hook hangs", () => {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    test(`ends the hook and itself at once, with ${code} by ${signal}`, { timeout: 20_000 }, async (context) => {
      const cwd = await makeFolder(context);
      const hook = await makeHook(cwd, `echo $$ > pid; exec "${process.execPath}" -e "setInterval(Date, 1000)"`);
      const words = ["balance", "--loads", "clients.csv", "--watch", "--write", "--after", hook, "--notify", "true"];
      const child = spawn(process.execPath, [PROGRAM, ...words], { cwd, stdio: ["ignore", "ignore", "pipe"] });
      const [closed, told] = [once(child, "close"), text(child.stderr)];
      for await (const { filename, eventType } of watch(cwd)) if (filename === "pid" && eventType === "change") break;
      child.kill(signal);
      assert.deepEqual(await closed, [code, null]);
      assert.match(
        await told,
        new RegExp(`^the hook .*/hook was ended, as the program was stopped.*\\nthe hook true was`, "m"),
      );
      const pid = Number(await readFile(join(cwd, "pid"), "utf8"));
      assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
    });

  test("kills a hook that takes no notice", { timeout: 20_000 }, async (context) => {
    const cwd = await makeFolder(context);
    const deaf = `process.on("SIGTERM", () => {}); require("fs").writeFileSync("${cwd}/deaf", ""); setInterval(Date, 1000)`;
    const command = await makeHook(cwd, `exec "${process.execPath}" -e '${deaf}'`);
    const controller = new AbortController();
    const fault = notifyHook({ command, message: {}, signal: controller.signal, graceMs: 50 });
    for await (const { filename } of watch(cwd)) if (filename === "deaf") break;
    controller.abort();
    assert.match((await fault) ?? "", /SIGKILL/);
  });
});

suite("fairmirror balance --notify", () => {
  test("tells a program of the mirrors found broken, as JSON on its standard input, once", async (context) => {
    const cwd = await makeFolder(context);
    const hook = await makeHook(cwd, "cat >> told.json");
    const words = ["balance", "--loads", "clients.csv", "--write", "--notify", hook];
    const { code, stderr } = await runProgram(words, { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /^https:\/\/m3\.example\/ is broken: almost nobody/m);
    const status = await readStatus(cwd);
    assert.equal(status.mirrors[2]?.effective_weight, 0);
    await runProgram(words, { cwd });
    const { event, mirrors } = JSON.parse(await readFile(join(cwd, "told.json"), "utf8")) as Record<string, unknown>;
    assert.deepEqual([event, mirrors], ["broken-mirrors", [{ url_prefix: BROKEN }]]);
  });

  test("calls another program after each run that wrote, with the weights", async (context) => {
    const cwd = await makeFolder(context);
    const hook = await makeHook(cwd, "cat >> told.json");
    const words = ["balance", "--loads", "clients.csv", "--after", hook];
    const [dry, wrote] = [await runProgram(words, { cwd }), await runProgram([...words, "--write"], { cwd })];
    assert.deepEqual([dry.code, wrote.code], [2, 0]);
    const { event, mirrors } = JSON.parse(await readFile(join(cwd, "told.json"), "utf8")) as Record<string, unknown>;
    assert.equal(event, "weights");
    assert.deepEqual((mirrors as object[])[2], { url_prefix: BROKEN, effective_weight: 0 });
  });

  test("tells of a hook that fails, is not there or takes too long, and goes on", async (context) => {
    const cwd = await makeFolder(context);
    const message = { event: "broken-mirrors" };
    const [fails, hangs] = [await makeHook(cwd, "exit 3"), process.execPath];
    assert.match((await notifyHook({ command: fails, message })) ?? "", /ended with 3/);
    assert.match((await notifyHook({ command: join(cwd, "none"), message })) ?? "", /ENOENT/);
    assert.match((await notifyHook({ command: join(fails, "none"), message })) ?? "", /ENOTDIR/);
    assert.match((await notifyHook({ command: "", message })) ?? "", /empty/);
    const late = notifyHook({
      command: await makeHook(cwd, `exec "${hangs}" -e "setInterval(Date, 1000)"`),
      message,
      timeoutMs: 100,
    });
    assert.match((await late) ?? "", /took too long/);
  });

  test("does not hold the program up where the hook is not there", { timeout: 15_000 }, async (context) => {
    const cwd = await makeFolder(context);
    const words = ["balance", "--loads", "clients.csv", "--write", "--after", join(cwd, "none")];
    const { code, stderr } = await runProgram(words, { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /^the hook .*none was of no use: .*ENOENT; try it by hand$/m);
  });

  test("is wrong usage where nothing is kept, and so is watching speeds", async (context) => {
    const cwd = await makeFolder(context);
    const runs = await Promise.all([
      runProgram(["balance", "--loads", "clients.csv", "--notify", "true"], { cwd }),
      runProgram(["balance", "--from", "capacity", "--watch"], { cwd }),
    ]);
    assert.deepEqual(
      runs.map(({ code }) => code),
      [2, 2],
    );
  });
});
