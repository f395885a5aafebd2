import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { checkPool } from "../../src/ops/check-pool.ts";
import { EXPECTED, samplePath, SAMPLES } from "../ops/import/samples.ts";
import { runProgram } from "./run-program.ts";

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-import-"));
  context.after(() => rm(folder, { recursive: true }));
  return folder;
}

suite("fairmirror import", () => {
  for (const { name, from } of SAMPLES)
    test(`prints the pool of ${name}, and tells of each item`, async () => {
      const { code, stdout, stderr } = await runProgram(["import", "--from", from, samplePath(name)]);
      assert.equal(code, 0);
      assert.deepEqual(checkPool(stdout, { file: name }).problems, []);
      assert.deepEqual((JSON.parse(stdout) as { mirrors: unknown }).mirrors, EXPECTED[name]?.mirrors);
      for (const item of EXPECTED[name]?.left ?? []) assert.ok(stderr.includes(`left out ${item}: `), item);
      for (const item of EXPECTED[name]?.changed ?? []) assert.ok(stderr.includes(`changed ${item}: `), item);
      assert.match(stderr, /\d+ mirrors? from .*; nothing is written without "--write"\n$/);
    });

  test("reads a list from a pipe, and gives data as JSON", async () => {
    const input = '{"mirrors":[{"url":"m.example","weight":"5"},{"url":"ftp://n.example/","weight":"5"}]}';
    const { code, stdout } = await runProgram(["import", "--from", "blueprint", "--json", "-"], { input });
    assert.equal(code, 0);
    const { pool, left, problems } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(pool, { version: 1, mirrors: [{ url_prefix: "https://m.example/", weight: 5 }] });
    assert.deepEqual(left, [{ item: "/mirrors/1/url", reason: 'must begin with https://, got "ftp://n.example/"' }]);
    assert.deepEqual(problems, []);
  });

  test("keeps e-mail addresses and upgrades http only when told to", async () => {
    const words = ["import", "--from", "tails", samplePath("tails.json")];
    const plain = await runProgram(words);
    assert.doesNotMatch(plain.stdout + plain.stderr, /@|plain\.example\/tails\/",$/m);
    const { stdout } = await runProgram([...words, "--with-email", "--upgrade-http"]);
    assert.match(stdout, /"email": "root@south\.example"/);
    assert.match(stdout, /"https:\/\/plain\.example\/tails\/"/);
  });

  test("fails when no mirror is usable, and prints none", async () => {
    const words = ["import", "--from", "tails", "-"];
    const input = '{"mirrors":[{"url_prefix":"http://m.example/","weight":5}]}';
    const { code, stdout, stderr } = await runProgram(words, { input });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /left out \/mirrors\/0\/url_prefix: is plain http/);
    assert.match(stderr, /standard input: must hold a usable mirror, got none/);
    const asJson = await runProgram([...words, "--json"], { input });
    assert.equal(asJson.code, 1);
    assert.equal((JSON.parse(asJson.stdout) as { pool: unknown }).pool, null);
  });

  test("tells wrong usage apart", async () => {
    const unknown = await runProgram(["import", "--from", "gentoo", "-"]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /tails, blueprint, archweb, manjaro, mirrorbits, qubes, almalinux, ubuntu-rss/);
    assert.equal((await runProgram(["import", samplePath("tails.json")])).code, 2);
    assert.equal((await runProgram(["import", "--from", "tails"])).code, 2);
  });

  test("tells of a file that cannot be read", async (context) => {
    const folder = await makeFolder(context);
    const { code, stderr } = await runProgram(["import", "--from", "tails", join(folder, "none.json")]);
    assert.equal(code, 1);
    assert.match(stderr, /none\.json: must be there, got no such file/);
    assert.equal((await runProgram(["import", "--from", "tails", folder])).code, 1);
  });
});

suite("fairmirror import --write", () => {
  const words = ["import", "--from", "archweb", samplePath("archweb.json"), "--write", "--mirrors"];

  test("shows the change and writes the pool", async (context) => {
    const folder = await makeFolder(context);
    const { code, stdout, stderr } = await runProgram([...words, folder]);
    assert.equal(code, 0);
    assert.match(stdout, /^\+ {6}"url_prefix": "https:\/\/arch\.north\.example\/archlinux\/",$/m);
    assert.match(stderr, /wrote .*mirrors\.json; next: "fairmirror validate"/);
    const text = await readFile(join(folder, "mirrors.json"), "utf8");
    assert.deepEqual((JSON.parse(text) as { mirrors: unknown }).mirrors, EXPECTED["archweb.json"]?.mirrors);
    assert.deepEqual(await readdir(folder), ["mirrors.json"]);
  });

  test("leaves a pool that is there alone, unless forced", async (context) => {
    const folder = await makeFolder(context);
    const file = join(folder, "mirrors.json");
    await writeFile(file, "by hand\n");
    const refused = await runProgram([...words, folder]);
    assert.equal(refused.code, 1);
    assert.match(refused.stdout, /^-by hand$/m);
    assert.match(refused.stderr, /mirrors\.json: must not be there yet.*"--force"/);
    assert.equal(await readFile(file, "utf8"), "by hand\n");
    assert.equal((await runProgram([...words, folder, "--force"])).code, 0);
    assert.match(await readFile(file, "utf8"), /arch\.north\.example/);
  });

  test("writes nothing of a list that gives no pool", async (context) => {
    const folder = await makeFolder(context);
    const file = join(folder, "mirrors.json");
    await writeFile(file, "by hand\n");
    const { code } = await runProgram(["import", "--from", "tails", "-", "--write", "--force", "--mirrors", folder], {
      input: '{"mirrors":[]}',
    });
    assert.equal(code, 1);
    assert.equal(await readFile(file, "utf8"), "by hand\n");
  });

  test("tells of a folder that is not there", async (context) => {
    const folder = join(await makeFolder(context), "none");
    const { code, stderr } = await runProgram([...words, folder]);
    assert.equal(code, 1);
    assert.match(stderr, /must be a place that can be written, got no such folder; make its folder with "mkdir -p/);
  });
});
