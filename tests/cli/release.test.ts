import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Releases } from "../../src/verify/releases.ts";
import { makeImage, MEBIBYTE } from "./make-image.ts";
import { runProgram } from "./run-program.ts";

const OLD = { path: "os/0.9/os-0.9.img", size: 9, sha256: "9".repeat(64) };

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "release-"));
});
after(() => rm(root, { recursive: true }));

function sha256(data: Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}

/** A folder with a list of one release, and beside it an image of two and a half pieces. */
async function makeFolder(): Promise<{ mirrors: string; image: string; data: Buffer }> {
  const folder = await mkdtemp(join(root, "folder-"));
  const mirrors = join(folder, "mirrors");
  await mkdir(mirrors);
  await writeFile(join(mirrors, "releases.json"), JSON.stringify({ version: 1, files: [OLD] }));
  const data = makeImage(2.5 * MEBIBYTE);
  const image = join(folder, "os-1.0.img");
  await writeFile(image, data);
  return { mirrors, image, data };
}

async function readReleases(mirrors: string): Promise<Releases> {
  return JSON.parse(await readFile(join(mirrors, "releases.json"), "utf8")) as Releases;
}

suite("fairmirror release", () => {
  test("adds size, SHA-256 and the hash of every piece, and keeps the other entries", async () => {
    const { mirrors, image, data } = await makeFolder();
    const run = await runProgram(["release", image, "--mirrors", mirrors, "--base", "os/1.0", "--write"]);
    assert.equal(run.code, 0, run.stderr);
    const pieces = await readFile(join(mirrors, "os-1.0.img.pieces"));
    const starts = [0, MEBIBYTE, 2 * MEBIBYTE];
    assert.deepEqual(pieces, Buffer.concat(starts.map((start) => sha256(data.subarray(start, start + MEBIBYTE)))));
    const { files } = await readReleases(mirrors);
    assert.deepEqual(files, [
      OLD,
      {
        path: "os/1.0/os-1.0.img",
        size: data.length,
        sha256: sha256(data).toString("hex"),
        pieces: { length: MEBIBYTE, sha256: sha256(pieces).toString("hex") },
      },
    ]);
    assert.match(run.stderr, /the download button gives os\/0\.9\/os-0\.9\.img/);
  });

  test("shows what it would write, and writes nothing without --write", async () => {
    const { mirrors, image, data } = await makeFolder();
    const run = await runProgram(["release", image, "--mirrors", mirrors, "--base", "os/1.0/"]);
    assert.equal(run.code, 0);
    assert.match(run.stdout, /^add os\/1\.0\/os-1\.0\.img\n/);
    assert.ok(run.stdout.includes(sha256(data).toString("hex")));
    assert.match(run.stderr, /nothing was written, add "--write"/);
    assert.deepEqual(await readdir(mirrors), ["releases.json"]);
    assert.deepEqual((await readReleases(mirrors)).files, [OLD]);
  });

  test("replaces the entry of the same path in its place, and says so in JSON", async () => {
    const { mirrors, image } = await makeFolder();
    const stale = { path: "os-1.0.img", size: 1, sha256: "1".repeat(64) };
    await writeFile(join(mirrors, "releases.json"), JSON.stringify({ version: 1, files: [stale, OLD] }));
    const run = await runProgram(["release", image, "--mirrors", mirrors, "--write", "--json"]);
    assert.equal(run.code, 0);
    const { files } = await readReleases(mirrors);
    assert.deepEqual(
      files.map(({ path, size }) => [path, size]),
      [
        ["os-1.0.img", 2.5 * MEBIBYTE],
        [OLD.path, OLD.size],
      ],
    );
    assert.deepEqual(JSON.parse(run.stdout), {
      files: [files[0]],
      writes: [join(mirrors, "os-1.0.img.pieces"), join(mirrors, "releases.json")],
      written: true,
      problems: [],
    });
  });

  test("begins a list where there is none", async () => {
    const { mirrors, image } = await makeFolder();
    await rm(join(mirrors, "releases.json"));
    assert.equal((await runProgram(["release", image, "--mirrors", mirrors, "--write"])).code, 0);
    assert.deepEqual(
      (await readReleases(mirrors)).files.map(({ path }) => path),
      ["os-1.0.img"],
    );
  });

  test("keeps a list that it cannot read", async () => {
    const { mirrors, image } = await makeFolder();
    await writeFile(join(mirrors, "releases.json"), "{\n  oops");
    const run = await runProgram(["release", image, "--mirrors", mirrors, "--write"]);
    assert.equal(run.code, 1);
    assert.match(run.stderr, /releases\.json: must be JSON, got a fault at line 2/);
    assert.equal(await readFile(join(mirrors, "releases.json"), "utf8"), "{\n  oops");
  });

  test("joins no list that is dated ahead, whose clients would refuse the new one", async () => {
    const { mirrors, image } = await makeFolder();
    const ahead = JSON.stringify({ version: 1, generated: "2062-11-25T04:30:00Z", files: [OLD] });
    await writeFile(join(mirrors, "releases.json"), ahead);
    const { code, stderr } = await runProgram(["release", image, "--mirrors", mirrors, "--write"]);
    assert.equal(code, 1);
    assert.match(stderr, /releases\.json \/generated: must be a time that has come/);
    assert.equal(await readFile(join(mirrors, "releases.json"), "utf8"), ahead);
  });

  test("refuses a base that is no folder below the prefix", async () => {
    const { mirrors, image } = await makeFolder();
    for (const base of ["/os", "../os", "os//1", "os?x"]) {
      const run = await runProgram(["release", image, "--mirrors", mirrors, "--base", base]);
      assert.equal(run.code, 2, base);
    }
  });

  test("tells every file that it cannot take, and writes nothing", async () => {
    const { mirrors, image } = await makeFolder();
    const empty = join(root, "empty.img");
    await writeFile(empty, "");
    const words = ["release", image, join(root, "none.img"), mirrors, empty, "--mirrors", mirrors, "--write", "--json"];
    const run = await runProgram(words);
    assert.equal(run.code, 1);
    const { problems } = JSON.parse(run.stdout) as { problems: { code: string; file: string }[] };
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [
        ["unreadable-file", join(root, "none.img")],
        ["not-a-file", mirrors],
        ["empty-file", empty],
      ],
    );
    assert.deepEqual(await readdir(mirrors), ["releases.json"]);
  });

  test("tells two files of one name, whose piece hashes would lie in one file", async () => {
    const { mirrors, image } = await makeFolder();
    const { image: twin } = await makeFolder();
    const run = await runProgram(["release", image, twin, "--mirrors", mirrors, "--write"]);
    assert.equal(run.code, 1);
    assert.match(run.stderr, /must have a name of its own, got that of .+; rename one of the two/);
  });

  test("tells a name that another entry has in another folder", async () => {
    const { mirrors, image } = await makeFolder();
    await runProgram(["release", image, "--mirrors", mirrors, "--base", "a", "--write"]);
    const run = await runProgram(["release", image, "--mirrors", mirrors, "--base", "b", "--write"]);
    assert.equal(run.code, 1);
    assert.match(run.stderr, /releases\.json \/files\/2\/path: must have a name of its own/);
  });

  test("tells a name that a shell would read as something else", async () => {
    const { mirrors, image } = await makeFolder();
    const odd = join(image, "..", "os $(x).img");
    const run = await runProgram(["release", odd, "--mirrors", mirrors]);
    assert.equal(run.code, 1);
    assert.match(run.stderr, /os \$\(x\)\.img: must end in a name of letters/);
  });
});
