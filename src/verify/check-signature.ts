import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import { joinBytes } from "./join-bytes.ts";
import { type PublicKey, renderKeyId, type Signature, type SignatureAlgorithm } from "./minisign.ts";

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

/** Checks a signature: the key first, then the file, then the trusted comment; tells the first thing that is wrong. */
export async function checkSignature(
  { algorithm, keyId, signature, trustedComment, globalSignature }: Signature,
  { publicKey, readMessage, isRight, file }: SignatureCheck,
): Promise<Problem[]> {
  const fault = (code: string, message: string, cure: string): Problem[] => [
    { code, file, pointer: "", message, cure },
  ];
  const [expected, got] = [renderKeyId(publicKey.keyId), renderKeyId(keyId)];
  if (expected !== got)
    return fault(
      "wrong-key",
      `must be signed with the key ${expected}, got a signature by ${got}`,
      "check which key is right",
    );
  if (!(await isRight(publicKey.key, await readMessage(algorithm), signature)))
    return fault(
      "tampered-file",
      "must be what was signed, got something else",
      "do not use it; fetch the file and its signature again",
    );
  if (globalSignature.length === 0) return [];
  if (!(await isRight(publicKey.key, commentMessage(signature, trustedComment), globalSignature)))
    return fault(
      "tampered-comment",
      `must have the trusted comment that was signed, got ${showValue(trustedComment)}`,
      "do not believe the comment; fetch the signature again",
    );
  return [];
}
