import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { findEngineUser } from "./engine-user.ts";
import { findFreePort } from "./find-free-port.ts";
import { assertShares, queryShares } from "./query-shares.ts";
import { startEngine } from "./start-engine.ts";
import { waitUntil } from "./wait-until.ts";

const HARNESS = new URL("start-engine.ts", import.meta.url).href;
const TSX = import.meta.resolve("tsx");

/** A process group of two, the first of which says who the second is. */
const GROUP = "sleep 600 & echo child $!; wait";

let folder: EngineFolder;

before(async () => {
  folder = await makeEngineFolder("harness");
});

after(() => folder.remove());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function shell(script: string, isReady: (log: string) => boolean) {
  return { program: "/bin/sh", words: ["-c", script], folder: folder.path, isReady };
}

function readChild(log: string): number {
  return Number(/child (\d+)/.exec(log)?.[1]);
}

suite("startEngine", () => {
  test("waits until the engine answers, and stops all of it", async () => {
    const engine = await startEngine(shell(GROUP, (log) => log.includes("child")));
    const child = readChild(engine.log());
    assert.deepEqual([isAlive(engine.pid), isAlive(child)], [true, true]);
    await engine.stop();
    await waitUntil("both are gone", () => !isAlive(engine.pid) && !isAlive(child));
  });

  test("tells what the engine said when it does not start", async () => {
    const fault = startEngine(shell("echo bad configuration >&2; exit 3", () => false));
    await assert.rejects(fault, /\/bin\/sh: ended with 3; its log:\nbad configuration/);
    const missing = { ...shell("", () => false), program: "/no/such/engine" };
    await assert.rejects(startEngine(missing), /ENOENT/);
  });

  test("stops an engine that does not want to", async () => {
    const engine = await startEngine(shell("trap '' TERM; echo up; sleep 600", (log) => log.includes("up")));
    await engine.stop();
    assert.equal(isAlive(engine.pid), false);
  });

  for (const end of ["process.exit(0)", "process.kill(process.pid, 'SIGTERM')"]) {
    test(`ends the engine when the test ends by ${end}`, async () => {
      const script = `import { startEngine } from ${JSON.stringify(HARNESS)};
        const engine = await startEngine({ program: "/bin/sh", words: ["-c", ${JSON.stringify(GROUP)}],
          folder: ${JSON.stringify(folder.path)}, isReady: (log) => log.includes("child") });
        process.stdout.write(engine.pid + " " + engine.log(), () => ${end});`;
      const words = ["--import", TSX, "--input-type=module", "-e", script];
      const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
      let told = "";
      child.stdout.on("data", (part: Buffer) => (told += part.toString()));
      await once(child, "close");
      const pids = /^(\d+) child (\d+)/.exec(told)?.slice(1).map(Number) ?? [];
      assert.equal(pids.length, 2);
      await waitUntil("the engine is gone", () => !pids.some(isAlive));
    });
  }
});

suite("an engine's surroundings", () => {
  test("a folder belongs to whom the engine runs as, to the last file", async () => {
    const file = await folder.write("zones/below/dl.example", "x");
    const places = [folder.path, `${folder.path}/zones/below`, file];
    const user = findEngineUser()?.uid ?? process.getuid?.();
    for (const place of places) assert.equal(statSync(place).uid, user);
  });

  test("ports are free, below those that are handed out by chance, and another each time", async () => {
    const ports = [await findFreePort(), await findFreePort(), await findFreePort()];
    assert.equal(new Set(ports).size, 3);
    for (const port of ports) assert.ok(port >= 10_240 && port < 32_768);
  });

  test("shares that are not the weights', and answers of weight 0, are told", async () => {
    const turns = await queryShares(2_000, (index) => Promise.resolve("aab"[index % 3] ?? ""));
    assert.deepEqual(turns, { a: 1334, b: 666 });
    assertShares(turns, { a: 2, b: 1, c: 0 });
    assert.throws(() => assertShares(turns, { a: 1, b: 1 }), /chi-square is \d+\.\d\d times its bound/);
    assert.throws(() => assertShares(turns, { a: 1, b: 0 }), /chi-square is Infinity/);
    assert.throws(() => assertShares(turns, { a: 1 }), /nobody else is led to/);
    assertShares({ a: 7 }, { a: 1, b: 0 });
  });
});
