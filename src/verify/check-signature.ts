import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import { joinBytes } from "./join-bytes.ts";
import { type PublicKey, renderKeyId } from "./public-key.ts";
import type { Signature, SignatureAlgorithm } from "./signature.ts";

/** What a check is made with. */
export interface SignatureCheck {
  readonly publicKey: PublicKey;
  /** Gives what was signed: the file itself for "Ed", its BLAKE2b-512 for "ED". */
  readonly readMessage: (algorithm: SignatureAlgorithm) => Promise<Uint8Array>;
  /** Tells whether an Ed25519 signature is right: node:crypto, WebCrypto, or any other. */
  readonly isRight: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
  /** The signed file, for the messages. */
  readonly file: string;
}

/** Gives what the second signature is over: the first one and the trusted comment. */
export function commentMessage(signature: Uint8Array, trustedComment: string): Uint8Array {
  return joinBytes(signature, new TextEncoder().encode(trustedComment));
}

function wrongKey({ keyId }: Signature, { publicKey, file }: SignatureCheck): Problem {
  const [expected, got] = [renderKeyId(publicKey.keyId), renderKeyId(keyId)];
  const message = `must be signed with the key ${expected}, got a signature by ${got}`;
  return { code: "wrong-key", file, pointer: "", message, cure: "check which key is right" };
}

function tamperedFile({ file }: SignatureCheck): Problem {
  const message = "must be what was signed, got something else";
  const cure = "do not use it; fetch the file and its signature again";
  return { code: "tampered-file", file, pointer: "", message, cure };
}

function tamperedComment({ trustedComment }: Signature, { file }: SignatureCheck): Problem {
  const message = `must have the trusted comment that was signed, got ${showValue(trustedComment)}`;
  const cure = "do not believe the comment; fetch the signature again";
  return { code: "tampered-comment", file, pointer: "", message, cure };
}

/** Checks a signature: the key first, then the file, then the trusted comment; tells the first thing that is wrong. */
export async function checkSignature(signed: Signature, check: SignatureCheck): Promise<Problem[]> {
  const { algorithm, keyId, signature, trustedComment, globalSignature } = signed;
  const { publicKey, readMessage, isRight } = check;
  if (renderKeyId(keyId) !== renderKeyId(publicKey.keyId)) return [wrongKey(signed, check)];
  if (!(await isRight(publicKey.key, await readMessage(algorithm), signature))) return [tamperedFile(check)];
  if (globalSignature.length === 0) return [];
  const comment = commentMessage(signature, trustedComment);
  return (await isRight(publicKey.key, comment, globalSignature)) ? [] : [tamperedComment(signed, check)];
}
