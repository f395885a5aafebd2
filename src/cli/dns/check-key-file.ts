import { stat } from "node:fs/promises";
import type { Problem } from "../../core/problem.ts";
import { explainFile } from "../explain-file.ts";
import type { Host } from "../host.ts";

/** What tsig-keygen writes; the secret alone is what must never be shown. */
const ALGORITHM = /\balgorithm\s+"?hmac-[a-z0-9-]+"?\s*;/;
const SECRET = /\bkey\s+"?[\w.-]+"?\s*\{[^}]*\bsecret\s+"([A-Za-z0-9+/]+=*)"\s*;/;

/** A key that can be used; the secret is for leaving it out of what is told. */
export type KeyReading = { readonly secret: string } | { readonly problem: Problem };

function fault(file: string, message: string, cure: string): KeyReading {
  return { problem: { code: "bad-key-file", file, pointer: "", message, cure } };
}

/** Systems without such modes tell that everyone may do everything. */
async function isOpenToOthers(file: string): Promise<boolean> {
  const { mode } = await stat(file);
  return process.platform !== "win32" && (mode & 0o077) !== 0;
}

/** Checks that a file holds a TSIG key (RFC 8945), and that nobody else can read it. Its text is never told, not even in part. */
export async function checkKeyFile(file: string, host: Host): Promise<KeyReading> {
  const reading = await host.readText(file);
  if ("problem" in reading) return reading;
  try {
    if (await isOpenToOthers(file))
      return fault(
        file,
        "must be readable by its owner alone, got a file that others can open",
        `run "chmod 600 ${file}"`,
      );
  } catch (error) {
    return { problem: explainFile(error, file) };
  }
  const [, secret] = SECRET.exec(reading.text) ?? [];
  if (secret !== undefined && ALGORITHM.test(reading.text)) return { secret };
  return fault(
    file,
    "must be a key as tsig-keygen writes it, got another file",
    'make one with "tsig-keygen -a hmac-sha256 NAME"',
  );
}
