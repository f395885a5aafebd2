import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { hashFile } from "../../src/cli/release/hash-file.ts";
import { makeImage, MEBIBYTE } from "./make-image.ts";

const root = mkdtempSync(join(tmpdir(), "hash-file-"));
after(() => rmSync(root, { recursive: true }));

/** A file of two and a half pieces. */
function makeImageFile(): { image: string; data: Buffer } {
  const data = makeImage(2.5 * MEBIBYTE);
  const image = join(mkdtempSync(join(root, "image-")), "os-1.0.img");
  writeFileSync(image, data);
  return { image, data };
}

suite("hashFile", () => {
  test("takes a file that stays as it is", async () => {
    const { image, data } = makeImageFile();
    const reading = await hashFile(image, { pieceLength: MEBIBYTE, onBytes: () => undefined });
    assert.equal("hashes" in reading && reading.hashes.sha256, createHash("sha256").update(data).digest("hex"));
  });

  for (const [name, change] of [
    ["grows", (image: string) => appendFileSync(image, "more")],
    ["shrinks", (image: string) => truncateSync(image, 1)],
    ["changes in its middle", (image: string) => writeFileSync(image, makeImage(2.5 * MEBIBYTE).reverse())],
    ["is replaced", (image: string) => renameSync(image, `${image}.old`)],
  ] as const) {
    test(`tells a file that ${name} while it is read`, async () => {
      const { image, data } = makeImageFile();
      let pieces = 0;
      const onBytes = () => {
        pieces += 1;
        if (pieces > 1) return;
        change(image);
        if (name === "is replaced") writeFileSync(image, data);
      };
      const reading = await hashFile(image, { pieceLength: MEBIBYTE, onBytes });
      assert.equal("problem" in reading && reading.problem.code, "changed-file");
    });
  }

  test("ends with a file that never ends growing", { timeout: 20_000 }, async () => {
    const { image } = makeImageFile();
    const onBytes = () => appendFileSync(image, makeImage(MEBIBYTE));
    const reading = await hashFile(image, { pieceLength: MEBIBYTE, onBytes });
    assert.equal("problem" in reading && reading.problem.code, "changed-file");
  });
});
