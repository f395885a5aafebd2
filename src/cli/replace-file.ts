import { randomBytes } from "node:crypto";
import { open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The bits of a mode that `chmod` takes. */
const PERMISSIONS = 0o7777;

async function orUndefined<Value>(value: Promise<Value>, codes: readonly string[]): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** Follows links to the file that is meant, which need not be there yet. */
async function findTarget(path: string): Promise<string> {
  const real = await orUndefined(realpath(path), ["ENOENT"]);
  if (real !== undefined) return real;
  // EINVAL: it is there by now, and no link.
  const link = await orUndefined(readlink(path), ["ENOENT", "EINVAL"]);
  return link === undefined ? path : findTarget(resolve(dirname(path), link));
}

async function writeDraft(draft: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(draft, "wx", mode);
  try {
    // The umask narrowed the mode that it was opened with.
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Replaces a file whole, or not at all: a kill at any moment leaves the old or the new one. The new one has the old one's mode, as
 * operators' addresses may be in it, and a link stays a link: what it leads to is replaced.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await findTarget(path);
  const old = await orUndefined(stat(target), ["ENOENT"]);
  const draft = join(dirname(target), `.${randomBytes(6).toString("hex")}.draft`);
  try {
    await writeDraft(draft, content, old && old.mode & PERMISSIONS);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
