import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureProgram } from "../setup/ensure-program.ts";

/** What came of a run of minisign. */
export interface MinisignResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which lists are signed, with the real minisign at hand. */
export interface MinisignLab {
  readonly runMinisign: (words: readonly string[], input?: string) => MinisignResult;
  /** Makes a list to be signed, in a folder of its own. */
  readonly makeList: () => Promise<{ readonly list: string; readonly folder: string }>;
  /** Makes a key pair with minisign, without a password. */
  readonly makeKey: () => Promise<{ readonly key: string; readonly publicKey: string }>;
  readonly close: () => Promise<void>;
}

/** Opens a lab: an empty folder, and minisign from this machine or from Debian. */
export async function openMinisignLab(): Promise<MinisignLab> {
  const minisign = ensureProgram("minisign", "minisign");
  const root = await mkdtemp(join(tmpdir(), "minisign-"));
  const runMinisign: MinisignLab["runMinisign"] = (words, input = "") => {
    const { status, stdout, stderr } = spawnSync(minisign, words, { input, encoding: "utf8" });
    return { code: status, stdout, stderr };
  };
  return {
    runMinisign,
    makeList: async () => {
      const folder = await mkdtemp(join(root, "lists-"));
      const list = join(folder, "releases.json");
      await writeFile(list, '{ "version": 1, "files": [] }\n');
      return { list, folder };
    },
    makeKey: async () => {
      const folder = await mkdtemp(join(root, "key-"));
      const [key, publicKey] = [join(folder, "a.key"), join(folder, "a.pub")];
      assert.equal(runMinisign(["-G", "-W", "-s", key, "-p", publicKey]).code, 0);
      return { key, publicKey };
    },
    close: () => rm(root, { recursive: true }),
  };
}
