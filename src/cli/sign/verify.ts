import type { Problem } from "../../core/problem.ts";
import { checkSignature } from "../../verify/check-signature.ts";
import type { Reading } from "../../verify/minisign.ts";
import { type PublicKey, readPublicKey, renderKeyId } from "../../verify/public-key.ts";
import { readSignature } from "../../verify/signature.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { isRightSignature } from "./minisign-crypto.ts";
import { readSignedFile } from "./read-signed-file.ts";
import { tellProblems } from "../tell-problems.ts";

interface VerifyOptions extends CommonOptions {
  readonly publicKey: string;
}

/** A file whose signature is right, as it is told in JSON. */
interface VerifiedFile {
  readonly file: string;
  readonly key_id: string;
  readonly trusted_comment: string;
}

const KEY_LINE = /^RW[A-Za-z0-9+/]{54}$/;

async function openPublicKey(fileOrLine: string, host: Host): Promise<Reading<PublicKey>> {
  if (KEY_LINE.test(fileOrLine)) return readPublicKey(fileOrLine, "--public-key");
  const reading = await host.readText(fileOrLine);
  return "text" in reading ? readPublicKey(reading.text, fileOrLine) : reading;
}

async function verifyFile(file: string, publicKey: PublicKey, host: Host): Promise<Reading<VerifiedFile>> {
  const signatureFile = `${file}.minisig`;
  const text = await host.readText(signatureFile);
  const signature = "text" in text ? readSignature(text.text, signatureFile) : text;
  if ("problem" in signature) return signature;
  const { algorithm, trustedComment, keyId } = signature.value;
  const message = await readSignedFile(file, algorithm);
  if ("problem" in message) return message;
  const readMessage = () => Promise.resolve(message.value);
  const [problem] = await checkSignature(signature.value, { publicKey, readMessage, isRight: isRightSignature, file });
  if (problem) return { problem };
  return { value: { file, key_id: renderKeyId(keyId), trusted_comment: trustedComment } };
}

async function verifyFiles(files: readonly string[], options: VerifyOptions, host: Host): Promise<ExitCode> {
  const publicKey = await openPublicKey(options.publicKey, host);
  if ("problem" in publicKey) return tellProblems([publicKey.problem], options, host);
  const verified: VerifiedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const reading = await verifyFile(file, publicKey.value, host);
    if ("problem" in reading) problems.push(reading.problem);
    else verified.push(reading.value);
  }
  if (options.json) host.out(`${JSON.stringify({ files: verified, problems }, undefined, 2)}\n`);
  else {
    for (const { file, trusted_comment } of verified) host.out(`${file}: verified, ${trusted_comment}\n`);
    tellProblems(problems, options, host);
  }
  return problems.length > 0 ? 1 : 0;
}

/** Adds `verify`: checks minisign signatures. */
export const addVerify: AddCommand = (program, host) => {
  commonCommand(program, "verify", "check the minisign signatures of files, each in FILE.minisig")
    .argument("<files...>", 'the files to check, such as "mirrors/releases.json"')
    .requiredOption("--public-key <key>", "the public key: its file, or the line in it that begins with RW")
    .action((files: string[], options: VerifyOptions) => endWith(verifyFiles(files, options, host)));
};
