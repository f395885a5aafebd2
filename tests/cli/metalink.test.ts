import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { promisify } from "node:util";
import { answerFile, answerInWords } from "../../src/demo/answer.ts";
import { listenOnLoopback, type LoopbackServer } from "../../src/demo/loopback.ts";
import { ensureProgram } from "../setup/ensure-program.ts";
import { makeImage, MEBIBYTE } from "./make-image.ts";
import { runProgram } from "./run-program.ts";

const PATH = "os/1.0/os-1.0.img";

/** A mirror that counts what it is asked. */
interface Mirror extends LoopbackServer {
  readonly requests: () => number;
}

let root = "";
let mirrors = "";
let good: Mirror, liar: Mirror, gone: Mirror;
const image = makeImage(8 * MEBIBYTE);

async function startMirror(data: Buffer | undefined): Promise<Mirror> {
  let requests = 0;
  const server = await listenOnLoopback(0, (request, response) => {
    requests += 1;
    const isFound = data !== undefined && request.url === `/${PATH}`;
    const sha256 = createHash("sha256")
      .update(data ?? "")
      .digest("hex");
    const { status, headers, body } = isFound ? answerFile(request, { data, sha256 }) : answerInWords(404, "not found");
    response.writeHead(status, headers).end(body);
  });
  return { ...server, requests: () => requests };
}

/** The image with a wrong byte in every piece. */
function spoil(data: Buffer): Buffer {
  return Buffer.from(data.map((byte, index) => (index % MEBIBYTE === 4711 ? byte ^ 1 : byte)));
}

async function writePool(): Promise<void> {
  const prefix = ({ port }: LoopbackServer) => `http://127.0.0.1:${port}/`;
  const pool = {
    version: 1,
    fallback_prefix: prefix(good),
    mirrors: [
      { url_prefix: prefix(gone), weight: 5 },
      { url_prefix: prefix(liar), weight: 100, country: "DE" },
    ],
  };
  await writeFile(join(mirrors, "mirrors.json"), JSON.stringify(pool));
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), "metalink-"));
  mirrors = join(root, "mirrors");
  await mkdir(mirrors);
  [good, liar, gone] = await Promise.all([startMirror(image), startMirror(spoil(image)), startMirror(undefined)]);
  await writePool();
  const file = join(root, "os-1.0.img");
  await writeFile(file, image);
  const run = await runProgram(["release", file, "--mirrors", mirrors, "--base", "os/1.0/", "--write"]);
  assert.equal(run.code, 0, run.stderr);
});

after(async () => {
  await Promise.all([good, liar, gone].map((server) => server.close()));
  await rm(root, { recursive: true });
});

suite("fairmirror metalink", () => {
  test("lets aria2 download the right file, though the first mirror lies and another has nothing", async () => {
    const aria2 = ensureProgram("aria2c", "aria2");
    const output = join(root, "meta4");
    await mkdir(output);
    const made = await runProgram(["metalink", "--mirrors", mirrors, "--dev", "--output", output, "--write"]);
    assert.equal(made.code, 0, made.stderr);
    const folder = join(root, "downloads");
    const words = ["--no-conf", "--no-netrc", "--quiet", "--check-integrity=true", "--dir", folder];
    // All mirrors are on one host here, which aria2 takes for one server.
    const sharing = ["--split=3", "--min-split-size=1M", "--max-connection-per-server=3", "--max-tries=1"];
    const file = `--metalink-file=${join(output, "os-1.0.img.meta4")}`;
    const env = { PATH: process.env["PATH"], HOME: root };
    await promisify(execFile)(aria2, [...words, ...sharing, file], { env, timeout: 60_000 });
    assert.ok(image.equals(await readFile(join(folder, "os-1.0.img"))));
    assert.ok(liar.requests() > 0, "the lying mirror was asked");
    assert.ok(good.requests() > 0, "the right one was asked");
  });

  test("sends the only file's to stdout", async () => {
    const { code, stdout } = await runProgram(["metalink", PATH, "--mirrors", mirrors, "--dev"]);
    assert.equal(code, 0);
    assert.match(stdout, /^<\?xml [^]+ location="de" priority="1">http:[^]+ priority="2">[^]+<\/metalink>\n$/);
  });

  test("names what it would write, and writes nothing without --write", async () => {
    const output = await mkdtemp(join(root, "empty-"));
    const { code, stderr } = await runProgram(["metalink", "--mirrors", mirrors, "--dev", "--output", output]);
    assert.equal(code, 0);
    assert.match(stderr, /would write .+os-1\.0\.img\.meta4\nnothing was written; add "--write"/);
    assert.deepEqual(await readdir(output), []);
  });

  test("gives JSON", async () => {
    const { stdout } = await runProgram(["metalink", "--mirrors", mirrors, "--dev", "--json"]);
    const { files, written } = JSON.parse(stdout) as { files: Record<string, string>[]; written: boolean };
    assert.deepEqual([files[0]?.["path"], files[0]?.["file"], written], [PATH, "os-1.0.img.meta4", false]);
    assert.match(files[0]?.["metalink"] ?? "", /^<\?xml/);
  });

  test("tells a path that is not released, and a folder that is not there", async () => {
    const unknown = await runProgram(["metalink", "os/2.0/x.img", "--mirrors", mirrors, "--dev"]);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /got no entry for "os\/2\.0\/x\.img"; write os\/1\.0\/os-1\.0\.img/);
    const output = join(root, "not", "there");
    const nowhere = await runProgram(["metalink", "--mirrors", mirrors, "--dev", "--output", output, "--write"]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.stderr, /got no such folder/);
  });

  test("tells piece hashes that are not those of the release", async () => {
    const place = join(mirrors, "os-1.0.img.pieces");
    const pieces = await readFile(place);
    await writeFile(place, Buffer.concat([pieces.subarray(32), pieces.subarray(0, 32)]));
    const wrong = await runProgram(["metalink", "--mirrors", mirrors, "--dev"]);
    await rm(place);
    const missing = await runProgram(["metalink", "--mirrors", mirrors, "--dev"]);
    await writeFile(place, pieces);
    assert.deepEqual([wrong.code, missing.code], [1, 1]);
    assert.match(wrong.stderr, /pieces: must hold the piece hashes .+ make both anew with "fairmirror release"/);
    assert.match(missing.stderr, /pieces: must be there, got no such file/);
  });
});
