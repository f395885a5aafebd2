import assert from "node:assert/strict";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { runProgram } from "./run-program.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";

const M1_DOWN = {
  version: 1,
  probed: "2026-11-21T04:00:00Z",
  mirrors: [
    sampleStatus("https://m1.example/os/", "down"),
    sampleStatus("https://m2.example/", "outdated", { lacks: ["os/1.0/"] }),
  ],
};

const NGINX = ["redirect", "--format", "nginx"];
const TO_FILE = [...NGINX, "--output", "fm.conf"];

suite("fairmirror redirect", () => {
  test("gives the configuration on stdout, and what it left out and how exact it is on stderr", async (context) => {
    const cwd = await makeSampleFolder(context, { "status.json": M1_DOWN });
    const { code, stdout, stderr } = await runProgram(NGINX, { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^# Made by "fairmirror redirect[^]+66\.67% "https:\/\/m2\.example\/";\n {4}\* "https:\/\/m3/);
    assert.doesNotMatch(stdout, /m1\.example|m4\.example|ops@|traffic|disk failed/);
    assert.match(
      stderr,
      /left out https:\/\/m1\.example\/os\/: down since .+\n.*left out https:\/\/m4\.example\/: its weight is 0/,
    );
    assert.match(stderr, /largest difference to the weights is 0\.0033 percentage points/);
    assert.match(stderr, /1 of 2 mirrors carry "os\/1\.0\/": it is led to them alone/);
  });

  test("shows a change, makes it under --write alone, and says when there is none", async (context) => {
    const cwd = await makeSampleFolder(context);
    const shown = await runProgram(TO_FILE, { cwd });
    assert.match(shown.stdout, /^--- fm\.conf[^]+\n\+ {4}50\.00% "https:\/\/m1/);
    assert.match(shown.stderr, /would change fm\.conf; run it again with "--write"/);
    assert.deepEqual(await readdir(cwd), ["mirrors"]);
    assert.match((await runProgram([...TO_FILE, "--write"], { cwd })).stderr, /wrote fm\.conf/);
    const { mtimeMs } = await stat(join(cwd, "fm.conf"));
    const again = await runProgram([...TO_FILE, "--write"], { cwd });
    assert.deepEqual([again.code, again.stdout], [0, ""]);
    assert.match(again.stderr, /fm\.conf is up to date/);
    assert.equal((await stat(join(cwd, "fm.conf"))).mtimeMs, mtimeMs);
    await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(M1_DOWN));
    assert.match((await runProgram([...TO_FILE, "--write"], { cwd })).stdout, /\n- {4}50\.00% "https:\/\/m1/);
    assert.deepEqual((await readdir(cwd)).sort(), ["fm.conf", "mirrors"]);
  });

  test("overwrites nothing that somebody else wrote", async (context) => {
    const cwd = await makeSampleFolder(context);
    await writeFile(join(cwd, "fm.conf"), "events {}\n");
    const { code, stderr } = await runProgram([...TO_FILE, "--write"], { cwd });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /fm\.conf: must be a file that this command made in the same format, or not there yet, got another file; name another/,
    );
    assert.equal(await readFile(join(cwd, "fm.conf"), "utf8"), "events {}\n");
  });

  test("gives JSON", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { stdout } = await runProgram([...TO_FILE, "--write", "--json"], { cwd });
    const report = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual([report["format"], report["file"], report["written"]], ["nginx", "fm.conf", true]);
    assert.equal(report["text"], await readFile(join(cwd, "fm.conf"), "utf8"));
  });

  test("names the place and the cure of what no web server can be given", async (context) => {
    const mirrors = [{ url_prefix: "https://m1.example/$uri/", weight: 1 }];
    const cwd = await makeSampleFolder(context, { "mirrors.json": { ...SAMPLE_POOL, mirrors } });
    const { code, stdout, stderr } = await runProgram(NGINX, { cwd });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(
      stderr,
      /mirrors\.json \/mirrors: must be of letters.+got "https:.+encode the others, such as "\$" as "%24"/,
    );
  });

  test("takes the prefix from the command line where the pool has none", async (context) => {
    const { mirrors } = SAMPLE_POOL;
    const cwd = await makeSampleFolder(context, { "mirrors.json": { version: 1, mirrors } });
    const without = await runProgram(NGINX, { cwd });
    assert.match(without.stderr, /fallback_prefix: must say what is redirected, got nothing; write it, or add/);
    const { stdout } = await runProgram([...NGINX, "--fallback-prefix", "https://dl.example/x/"], { cwd });
    assert.match(stdout, /location \^~ \/x\/ \{/);
  });

  test("calls a format or key that is none, and --write without a file, wrong usage", async (context) => {
    const cwd = await makeSampleFolder(context);
    const caddy = ["redirect", "--format", "caddy"];
    const wrong = [["redirect"], ["redirect", "--format", "iis"], [...NGINX, "--key", "x"], [...NGINX, "--write"]];
    for (const words of [...wrong, [...caddy, "--key", "client"]])
      assert.equal((await runProgram(words, { cwd })).code, 2, words.join(" "));
    const { stderr } = await runProgram([...caddy, "--key", "client"], { cwd });
    assert.match(stderr, /^fairmirror: caddy has nothing to draw by client with: write --key request/);
  });
});
