import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashFile } from "./hash-file.ts";
import type { UsedFirefox } from "./use-firefox.ts";

/** Asserts that a file among the downloads of a test's Firefox is the one that the lab offers, byte for byte. */
export async function assertDownloaded({ browser, lab }: UsedFirefox, name: string): Promise<void> {
  assert.equal(hashFile(await readFile(join(browser.downloads, name))), hashFile(lab.file.bytes));
}
