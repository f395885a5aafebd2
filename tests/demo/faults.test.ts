import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { startDemo } from "../../src/demo/demo.ts";
import { runDemo } from "./run-demo.ts";

/** Copies the sample lists into a folder of the test's own. */
async function copyMirrors(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-lists-"));
  context.after(() => rm(folder, { recursive: true }));
  await cp("mirrors", folder, { recursive: true });
  return folder;
}

/** Runs the demo to its end, which must be a fault that leaves nothing behind, and gives what it says of it. */
async function readFault(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const demo = await runDemo(["--port", "0", ...words], env);
  const { code, stdout, stderr } = await demo.ended;
  assert.deepEqual([code, stdout, await demo.temporary()], [1, "", []]);
  assert.doesNotMatch(stderr, /^\s+at /m);
  return stderr;
}

test("a taken port is told with its cure, and nothing is left behind", { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const demo = await runDemo(["--port", `${port}`]);
  const { code, stdout, stderr } = await demo.ended;
  other.close();
  const free = port < 65_535 ? port + 1 : 8080;
  assert.deepEqual([code, stdout], [1, ""]);
  assert.equal(stderr, `port ${port} is taken; run "npm start -- --port ${free}"\n`);
  assert.deepEqual(await demo.temporary(), []);
});

test("a folder without lists is told", { timeout: 60_000 }, async () => {
  const cure = "cannot be read; name the maintainers' folder with --mirrors";
  assert.equal(await readFault(["--mirrors", "no-such-folder"]), `no-such-folder/mirrors.json: ${cure}\n`);
});

for (const name of ["mirrors.json", "releases.json"]) {
  test(`a missing ${name} is told in a line, with its cure`, { timeout: 60_000 }, async (context) => {
    const folder = await copyMirrors(context);
    await rm(join(folder, name));
    const cure = "cannot be read; name the maintainers' folder with --mirrors";
    assert.equal(await readFault(["--mirrors", folder]), `${join(folder, name)}: ${cure}\n`);
  });

  test(`a broken ${name} is told in a line, with place and cure`, { timeout: 60_000 }, async (context) => {
    const folder = await copyMirrors(context);
    await writeFile(join(folder, name), '{\n  "version": 1,\n  "mirrors": [,]\n}');
    const words = await readFault(["--mirrors", folder]);
    assert.match(words, new RegExp(`^[^\\n]*${name}[^\\n]* line 3, column 15[^\\n]*; mend that place[^\\n]*\\n$`));
  });
}

test("missing piece hashes are told in a line, with their cure", { timeout: 60_000 }, async (context) => {
  const folder = await copyMirrors(context);
  await rm(join(folder, "fairmirror-os-1.0.img.pieces"));
  assert.match(await readFault(["--mirrors", folder]), /^[^\n]*\.pieces[^\n]*: must be there[^\n]*; [^\n]+\n$/);
});

test("another release than the demo's image is told, with its cure", { timeout: 60_000 }, async (context) => {
  const folder = await copyMirrors(context);
  const file = { path: "other/1.img", size: 5, sha256: "0".repeat(64) };
  await writeFile(join(folder, "releases.json"), JSON.stringify({ version: 1, files: [file] }));
  assert.match(
    await readFault(["--mirrors", folder]),
    /^[^\n]*releases\.json \/files\/0: must be [^\n]*; take [^\n]+\n$/,
  );
});

test("a place for temporary files that is none is told, with its cure", async (context) => {
  const { TMPDIR } = process.env;
  context.after(() => {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  });
  process.env["TMPDIR"] = "/dev/null/x";
  const plan = { mirrors: "mirrors", port: 0, onEvent: () => undefined, atEnd: () => undefined };
  await assert.rejects(startDemo(plan), {
    message: "/dev/null/x: must be a folder to write in; name one that is with TMPDIR",
  });
});
