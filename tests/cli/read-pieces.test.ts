import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { promisify } from "node:util";
import { readPieces } from "../../src/cli/read-pieces.ts";

const HASHES = Buffer.alloc(64, 7);

const FILE = {
  path: "os/os.img",
  size: 2 ** 20 + 1,
  sha256: "0".repeat(64),
  pieces: { length: 2 ** 20, sha256: createHash("sha256").update(HASHES).digest("hex") },
};

async function makePlace(context: TestContext): Promise<{ folder: string; place: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-pieces-"));
  context.after(() => rm(folder, { recursive: true }));
  return { folder, place: join(folder, "os.img.pieces") };
}

/** What lies where the hashes should be, and is not read further than they are long. */
const OTHERS: Readonly<Record<string, (place: string) => Promise<unknown>>> = {
  "a device that never ends": (place) => symlink("/dev/zero", place),
  "a pipe that nobody writes to": (place) => promisify(execFile)("mkfifo", [place]),
  "a file of a terabyte": (place) => writeFile(place, HASHES).then(() => truncate(place, 2 ** 40)),
  "a file that is cut off": (place) => writeFile(place, HASHES.subarray(1)),
};

suite("the hashes of pieces", () => {
  test("are those that the releases name", async (context) => {
    const { folder, place } = await makePlace(context);
    await writeFile(place, HASHES);
    assert.deepEqual(await readPieces(folder, FILE), { hashes: HASHES });
  });

  for (const [name, put] of Object.entries(OTHERS))
    test(`are no more than the release's size implies: ${name}`, async (context) => {
      const { folder, place } = await makePlace(context);
      await put(place);
      const reading = await readPieces(folder, FILE);
      assert.equal("problem" in reading && reading.problem.code, "wrong-pieces");
    });

  test("are not sought in a folder", async (context) => {
    const { folder, place } = await makePlace(context);
    await promisify(execFile)("mkdir", [place]);
    const reading = await readPieces(folder, FILE);
    assert.equal("problem" in reading && reading.problem.message, "must be a file, got a folder");
  });
});
