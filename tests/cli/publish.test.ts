import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

const M1_DOWN = {
  version: 1,
  probed: "2026-11-21T04:00:00Z",
  mirrors: [
    sampleStatus("https://m1.example/os/", "down"),
    sampleStatus("https://m2.example/", "outdated", { lacks: ["os/1.0/os.img"] }),
  ],
};

const BROKEN: Readonly<Record<string, readonly [object, RegExp]>> = {
  "JSON that is cut off": [{ "mirrors.json": '{"mirrors": [\n{' }, /mirrors\.json.*line 2, column 2/],
  "NUL bytes": [{ "mirrors.json": "\0\0\0" }, /mirrors\.json: must be UTF-8 text, got a NUL byte/],
  "a pool with nothing usable": [
    { "mirrors.json": { mirrors: [{ url_prefix: "https://m1.example/", weight: 0 }] } },
    /got weight 0 everywhere; give at least one mirror/,
  ],
  "a broken status": [{ "status.json": "[]" }, /status\.json.*must be an object/],
};

suite("fairmirror publish", () => {
  test("prints the list on stdout, and what it left out and why on stderr", async (context) => {
    const cwd = await makeSampleFolder(context, { "status.json": M1_DOWN });
    const { code, stdout, stderr } = await runProgram(["publish", "--days", "3"], { cwd });
    assert.equal(code, 0);
    const list = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual(list["mirrors"], [
      { url_prefix: "https://m2.example/", weight: 20, country: "DE", lacks: ["os/1.0/os.img"] },
      { url_prefix: "https://m3.example/", weight: 10 },
    ]);
    assert.equal(Date.parse(list["expires"] ?? "") - Date.parse(list["generated"] ?? ""), 3 * 86_400_000);
    assert.match(stderr, /left out https:\/\/m1\.example\/os\/: down since .*: answers 500/);
    assert.match(stderr, /left out https:\/\/m4\.example\/: its weight is 0/);
    assert.match(stderr, /2 of 4 mirrors are in the list/);
    assert.doesNotMatch(stdout, /ops@|traffic|disk failed/);
  });

  test("says so when its findings would leave too little and leave out nobody", async (context) => {
    const mirrors = SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "down"));
    const cwd = await makeSampleFolder(context, { "status.json": { ...M1_DOWN, mirrors } });
    const { code, stdout, stderr } = await runProgram(["publish"], { cwd });
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { mirrors: unknown[] }).mirrors.length, 3);
    assert.match(stderr, /^floor: .*nobody is left out/m);
  });

  test("writes a file under --write, after showing what changes, and leaves no draft behind", async (context) => {
    const cwd = await makeSampleFolder(context);
    const first = await runProgram(["publish", "--write", "list.json"], { cwd });
    assert.deepEqual([first.code, first.stdout], [0, ""]);
    assert.match(first.stderr, /m1\.example\/os\/: nothing -> 50\.0 %/);
    await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(M1_DOWN));
    const second = await runProgram(["publish", "--output", "list.json", "--write", "--json"], { cwd });
    assert.match(second.stderr, /m1\.example\/os\/: 50\.0 % -> nothing/);
    const report = JSON.parse(second.stdout) as Record<string, unknown>;
    assert.deepEqual(report["list"], JSON.parse(await readFile(join(cwd, "list.json"), "utf8")));
    assert.deepEqual([report["failed_open"], report["written"]], [false, true]);
    assert.deepEqual((await readdir(cwd)).sort(), ["list.json", "mirrors"]);
  });

  test("shows what changes in a file, and writes nothing without --write", async (context) => {
    const cwd = await makeSampleFolder(context);
    const shown = await runProgram(["publish", "--output", "list.json"], { cwd });
    assert.deepEqual([shown.code, shown.stdout], [0, ""]);
    assert.match(shown.stderr, /m1\.example\/os\/: nothing -> 50\.0 %/);
    assert.match(shown.stderr, /would write list\.json\nnothing was written; add "--write"/);
    const told = await runProgram(["publish", "--output", "list.json", "--json"], { cwd });
    assert.equal((JSON.parse(told.stdout) as { written: boolean }).written, false);
    assert.deepEqual(await readdir(cwd), ["mirrors"]);
  });

  test("calls two files to write wrong usage", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { code, stderr } = await runProgram(["publish", "--write", "a.json", "--output", "b.json"], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /both name a file: name one/);
    assert.deepEqual(await readdir(cwd), ["mirrors"]);
  });

  test("writes where the site's build does when --write names nothing", async (context) => {
    const cwd = await makeSampleFolder(context);
    await mkdir(join(cwd, "dist", "site"), { recursive: true });
    assert.equal((await runProgram(["publish", "--write"], { cwd })).code, 0);
    assert.deepEqual(await readdir(join(cwd, "dist", "site")), ["mirrors.json"]);
  });

  test("overwrites nothing but a published list", async (context) => {
    const cwd = await makeSampleFolder(context);
    const file = join("mirrors", "mirrors.json");
    const { code, stderr } = await runProgram(["publish", "--write", file], { cwd });
    assert.equal(code, 1);
    assert.match(stderr, /must be a published list or not there yet, got another file; name another file/);
    assert.deepEqual(JSON.parse(await readFile(join(cwd, file), "utf8")), SAMPLE_POOL);
  });

  test("tells of a place that it cannot write", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { code, stderr } = await runProgram(["publish", "--write", "no/such/list.json"], { cwd });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /no\/such\/list\.json: must be a place that can be written, got no such folder; make its folder with "mkdir -p no\/such"/,
    );
  });

  for (const [name, [files, message]] of Object.entries(BROKEN)) {
    test(`refuses ${name}`, async (context) => {
      const cwd = await makeSampleFolder(context, { ...files });
      const { code, stdout, stderr } = await runProgram(["publish"], { cwd });
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, message);
    });
  }

  test("names a folder that is not there, as JSON too", async () => {
    const { code, stdout } = await runProgram(["publish", "--mirrors", "/no/such/folder", "--json"]);
    assert.equal(code, 1);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; file: string }[] };
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [["unreadable-file", "/no/such/folder/mirrors.json"]],
    );
  });

  test("calls a number of days that is none wrong usage", async () => {
    const runs = ["0", "1.5", "soon", "1e2"].map((days) => runProgram(["publish", "--days", days]));
    for (const { code, stderr } of await Promise.all(runs)) {
      assert.equal(code, 2);
      assert.match(stderr, /whole number from 1 to 366/);
    }
  });
});
