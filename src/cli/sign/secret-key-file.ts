import { open, rm } from "node:fs/promises";
import type { Problem } from "../../core/problem.ts";
import type { Reading } from "../../verify/minisign.ts";
import { renderPublicKey } from "../../verify/public-key.ts";
import { findSecretKey, makeBody, type SecretKey, xorBytes } from "../../verify/secret-key.ts";
import { readSecretKey, renderSecretKey, type SecretKeyFile } from "../../verify/secret-key-file.ts";
import type { Host } from "../host.ts";
import {
  checksum,
  isExcessive,
  isWholeKey,
  makePasswordCost,
  makeSecretKey,
  stretchPassword,
} from "./minisign-crypto.ts";
import { PASSWORD_VARIABLE, readPassword } from "./read-password.ts";

/** A key pair that was made. */
export interface KeyPair {
  readonly publicKeyFile: string;
  readonly secretKey: SecretKey;
}

function fault(code: string, file: string, message: string, cure: string): { readonly problem: Problem } {
  return { problem: { code, file, pointer: "", message, cure } };
}

function noPassword(file: string): { readonly problem: Problem } {
  const cure = `type it (a new one the same twice), or put it into ${PASSWORD_VARIABLE}`;
  return fault("missing-password", file, "must have its password, got none", cure);
}

async function unlock({ cost, body }: SecretKeyFile, file: string): Promise<Reading<SecretKey>> {
  if (cost && isExcessive(cost))
    return fault("bad-secret-key", file, "must be locked as minisign does, got a far higher cost", "make a new key");
  const password = cost && (await readPassword({ isNew: false }));
  if (cost && password === undefined) return noPassword(file);
  const open = cost && password ? xorBytes(body, await stretchPassword(password, cost)) : body;
  const value = findSecretKey(open, { checksum, isLocked: cost !== undefined });
  if (value && isWholeKey(value)) return { value };
  if (cost) return fault("wrong-password", file, "must be opened with its password, got another", "try again");
  return fault("bad-secret-key", file, "must be whole, got a damaged key", "take it from your backup");
}

/** Reads a secret key, and unlocks it where it has a password. */
export async function openSecretKey(file: string, host: Host): Promise<Reading<SecretKey>> {
  const reading = await host.readText(file);
  if ("problem" in reading) return reading;
  const locked = readSecretKey(reading.text, file);
  return "problem" in locked ? locked : unlock(locked.value, file);
}

/** Writes a file that must not be there yet; gives the problem when it is. */
async function createFile(file: string, text: string, mode: number): Promise<Problem | undefined> {
  try {
    const handle = await open(file, "wx", mode);
    await handle.writeFile(text).finally(() => handle.close());
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST")
      return fault("unwritable-file", file, `must be writable, got "${message}"`, "check the folder").problem;
    const cure = "name another file; a key is never overwritten";
    return fault("file-exists", file, "must not be there yet, got a file", cure).problem;
  }
}

async function lock(body: Uint8Array, password: string | undefined): Promise<SecretKeyFile> {
  if (password === undefined) return { cost: undefined, body };
  const cost = makePasswordCost();
  return { cost, body: xorBytes(body, await stretchPassword(password, cost)) };
}

/** Makes a key pair and writes it: the secret half for its owner's eyes only, the public half beside it as `.pub`. */
export async function createKeyPair(
  file: string,
  { hasPassword }: { readonly hasPassword: boolean },
): Promise<Reading<KeyPair>> {
  const password = hasPassword ? await readPassword({ isNew: true }) : undefined;
  if (hasPassword && password === undefined) return noPassword(file);
  const secretKey = makeSecretKey();
  const publicKeyFile = `${file.replace(/\.key$/, "")}.pub`;
  const text = renderSecretKey(await lock(makeBody(secretKey, checksum), password));
  const secretProblem = await createFile(file, text, 0o600);
  if (secretProblem) return { problem: secretProblem };
  const publicProblem = await createFile(publicKeyFile, renderPublicKey(secretKey), 0o644);
  if (!publicProblem) return { value: { publicKeyFile, secretKey } };
  await rm(file);
  return { problem: publicProblem };
}
