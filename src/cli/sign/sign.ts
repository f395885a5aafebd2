import { basename } from "node:path";
import type { Command } from "commander";
import type { Problem } from "../../core/problem.ts";
import { checkListTime } from "../../ops/rules/future-list.ts";
import { readJson } from "../../ops/read-json.ts";
import type { Reading } from "../../verify/minisign.ts";
import { renderKeyId, renderKeyLine } from "../../verify/public-key.ts";
import { renderSignature } from "../../verify/signature.ts";
import type { SecretKey } from "../../verify/secret-key.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { signMessage } from "./minisign-crypto.ts";
import { PASSWORD_VARIABLE } from "./read-password.ts";
import { readSignedFile } from "./read-signed-file.ts";
import { createKeyPair, openSecretKey } from "./secret-key-file.ts";
import { tellProblems } from "../tell-problems.ts";
import { writeOutput } from "../write-output.ts";

interface SignOptions extends CommonOptions {
  readonly key: string;
  readonly generate: boolean;
  readonly password: boolean;
  readonly legacy: boolean;
  readonly write: boolean;
}

/** A signature that was made, as it is told in JSON. */
interface SignedFile {
  readonly file: string;
  readonly signature_file: string;
  readonly trusted_comment: string;
  readonly signature: string;
}

function renderComment(file: string, { now, legacy }: { now: Date; legacy: boolean }): string {
  const parts = [`timestamp:${Math.floor(now.getTime() / 1000)}`, `file:${basename(file)}`];
  return [...parts, ...(legacy ? [] : ["hashed"])].join("\t");
}

/** A list that is signed with a wrong date can't be taken back: clients refuse what is older. */
async function findWrongTime(file: string, host: Host): Promise<Problem | undefined> {
  const reading = file.endsWith(".json") ? await host.readText(file, { mustBeFile: true }) : undefined;
  if (!reading || "problem" in reading) return undefined;
  const { generated } = Object(readJson(reading.text, file).value) as Record<string, unknown>;
  return typeof generated === "string" ? checkListTime(generated, { file, now: host.now() }) : undefined;
}

async function signFile(
  file: string,
  secretKey: SecretKey,
  { legacy, host }: { readonly legacy: boolean; readonly host: Host },
): Promise<Reading<SignedFile>> {
  if (/\p{Cc}/u.test(basename(file))) {
    const message = "must have a name without control characters, because the trusted comment holds it";
    return { problem: { code: "bad-name", file, pointer: "", message, cure: "rename the file" } };
  }
  const problem = await findWrongTime(file, host);
  if (problem) return { problem };
  const algorithm = legacy ? "Ed" : "ED";
  const message = await readSignedFile(file, algorithm);
  if ("problem" in message) return message;
  const trustedComment = renderComment(file, { now: host.now(), legacy });
  const signature = renderSignature(signMessage(message.value, { secretKey, algorithm, trustedComment }));
  return { value: { file, signature_file: `${file}.minisig`, trusted_comment: trustedComment, signature } };
}

function tellSigned(files: readonly SignedFile[], options: SignOptions, host: Host): ExitCode {
  if (options.json) {
    host.out(`${JSON.stringify({ files, written: options.write, problems: [] }, undefined, 2)}\n`);
    return 0;
  }
  for (const { signature_file, signature } of files) {
    host.tell(`${options.write ? "wrote" : "would write"} ${signature_file}`);
    if (!options.write) host.out(signature);
  }
  if (!options.write) host.tell('nothing was written; add "--write" to write the signatures beside the files');
  return 0;
}

async function signFiles(files: readonly string[], options: SignOptions, host: Host): Promise<ExitCode> {
  const secretKey = await openSecretKey(options.key, host);
  if ("problem" in secretKey) return tellProblems([secretKey.problem], options, host);
  const signed: SignedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const reading = await signFile(file, secretKey.value, { legacy: options.legacy, host });
    if ("problem" in reading) problems.push(reading.problem);
    else signed.push(reading.value);
  }
  if (problems.length > 0) return tellProblems(problems, options, host);
  for (const { signature_file, signature } of options.write ? signed : []) {
    const problem = await writeOutput(signature_file, signature, host);
    if (problem) return tellProblems([problem], options, host);
  }
  return tellSigned(signed, options, host);
}

async function generateKey(options: SignOptions, host: Host): Promise<ExitCode> {
  const pair = await createKeyPair(options.key, { hasPassword: options.password });
  if ("problem" in pair) return tellProblems([pair.problem], options, host);
  const { publicKeyFile, secretKey } = pair.value;
  const facts = { key: options.key, public_key_file: publicKeyFile, public_key: renderKeyLine(secretKey) };
  const data = { ...facts, key_id: renderKeyId(secretKey.keyId), problems: [] };
  host.out(options.json ? `${JSON.stringify(data, undefined, 2)}\n` : `${facts.public_key}\n`);
  if (!options.json)
    host.tell(`wrote ${options.key}, which is yours alone, and ${publicKeyFile}, which is for everyone`);
  return 0;
}

function runSign(files: readonly string[], options: SignOptions, command: Command, host: Host): Promise<void> {
  if (options.generate === files.length > 0)
    command.error(`error: ${options.generate ? "--generate takes no files" : "name the files to sign"}`);
  return endWith(options.generate ? generateKey(options, host) : signFiles(files, options, host));
}

/** Adds `sign`: minisign signatures over the lists, and the keys for them. */
export const addSign: AddCommand = (program, host) => {
  commonCommand(program, "sign", "sign files as minisign does (Ed25519), each into FILE.minisig")
    .argument("[files...]", 'the files to sign, such as "mirrors/releases.json"')
    .requiredOption("--key <file>", `the secret key; its password comes from ${PASSWORD_VARIABLE}, or is asked for`)
    .option("--generate", "make a new key pair instead: FILE, and the public half beside it", false)
    .option("--no-password", "leave a new key unlocked")
    .option("--legacy", "sign the file itself instead of its digest", false)
    .option("--write", "write the signatures; else they are only shown", false)
    .action((files: string[], options: SignOptions, command: Command) => runSign(files, options, command, host));
};
