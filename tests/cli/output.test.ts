import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { suite, test } from "node:test";
import { PROGRAM } from "./run-program.ts";

const WORDS = [PROGRAM, "simulate", "--visitors", "10", "--json"];

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  const stderr = child.stderr ? text(child.stderr) : "";
  await once(child, "close");
  return { code: child.exitCode, stderr: await stderr };
}

suite("the program's output", () => {
  const full = process.platform === "linux" ? {} : { skip: "/dev/full is Linux's" };

  test("ends quietly when its reader has gone", async () => {
    const child = spawn(process.execPath, WORDS, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    const { code, stderr } = await endOf(child);
    assert.equal(code, 0);
    assert.doesNotMatch(stderr, /EPIPE|^ +at /m);
  });

  test("ends with its work done when nobody reads its words", async () => {
    const child = spawn(process.execPath, [PROGRAM, "simulate", "--visitors", "10"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stderr.destroy();
    const [told] = await Promise.all([text(child.stdout), once(child, "close")]);
    assert.equal(child.exitCode, 0);
    assert.match(told, /^mirror +weight/);
  });

  test("ends though the disk is full that its words go to", { ...full, timeout: 60_000 }, async () => {
    const words = [PROGRAM, "simulate", "--visitors", "10"];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", openSync("/dev/full", "w")] });
    const [told] = await Promise.all([text(child.stdout ?? Readable.from([])), once(child, "close")]);
    assert.equal(child.exitCode, 1);
    assert.match(told, /^mirror +weight/);
  });

  test("is told in one line when the disk is full, with 1", full, async () => {
    const child = spawn(process.execPath, WORDS, { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
    const { code, stderr } = await endOf(child);
    assert.equal(code, 1);
    assert.match(stderr, /^fairmirror: the output cannot be written: ENOSPC.*$/m);
    assert.doesNotMatch(stderr, /^ +at /m);
  });

  test("ends with 1 when even the help goes to a full disk", full, async () => {
    for (const words of [["--help"], ["format", "--help"], ["--version"]]) {
      const child = spawn(process.execPath, [PROGRAM, ...words], {
        stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
      });
      const { code, stderr } = await endOf(child);
      assert.equal(code, 1, words.join(" "));
      assert.match(stderr, /^fairmirror: the output cannot be written: ENOSPC/);
    }
  });
});
