import { findBytes, renderBase64 } from "./base64.ts";
import { joinBytes } from "./join-bytes.ts";
import { ED25519, type Reading, splitLines, UNTRUSTED_COMMENT } from "./minisign.ts";
import { BODY_BYTES } from "./secret-key.ts";

/** What a password is stretched with before it locks a key: scrypt in the terms of libsodium. */
export interface PasswordCost {
  readonly salt: Uint8Array;
  /** How many operations it takes. */
  readonly operations: number;
  /** How many bytes of memory it takes. */
  readonly memory: number;
}

/** The file of a secret key, still locked where it has a password. */
export interface SecretKeyFile {
  /** Undefined: it is locked by nothing. */
  readonly cost: PasswordCost | undefined;
  /** The key's number, the key and a checksum; locked, it is XORed with what scrypt makes of the password. */
  readonly body: Uint8Array;
}

const HEAD_BYTES = 54;
const CHECKSUM = new TextEncoder().encode("B2");
const SCRYPT = new TextEncoder().encode("Sc");

/** Reads the file of a secret key. */
export function readSecretKey(text: string, file: string): Reading<SecretKeyFile> {
  const bytes = findBytes(splitLines(text)[1]);
  const kinds = bytes && String.fromCharCode(...bytes.subarray(0, 6));
  if (bytes?.length !== HEAD_BYTES + BODY_BYTES || !/^Ed(Sc|\0\0)(B2|\0\0)$/.test(kinds ?? "")) {
    const message = "must be a secret key made by minisign, got something else";
    const cure = 'name the file that "minisign -G" or "fairmirror sign --generate" wrote';
    return { problem: { code: "bad-secret-key", file, pointer: "", message, cure } };
  }
  const view = new DataView(bytes.buffer);
  const [operations, memory] = [Number(view.getBigUint64(38, true)), Number(view.getBigUint64(46, true))];
  const cost = bytes[2] === 0 ? undefined : { salt: bytes.slice(6, 38), operations, memory };
  return { value: { cost, body: bytes.slice(HEAD_BYTES) } };
}

function encodeCost({ salt, operations, memory }: PasswordCost): Uint8Array {
  const numbers = new DataView(new ArrayBuffer(16));
  numbers.setBigUint64(0, BigInt(operations), true);
  numbers.setBigUint64(8, BigInt(memory), true);
  return joinBytes(salt, new Uint8Array(numbers.buffer));
}

/** Renders the file of a secret key. */
export function renderSecretKey({ cost, body }: SecretKeyFile): string {
  const kind = cost ? SCRYPT : new Uint8Array(2);
  const bytes = joinBytes(ED25519, kind, CHECKSUM, cost ? encodeCost(cost) : new Uint8Array(48), body);
  return `${UNTRUSTED_COMMENT}minisign encrypted secret key\n${renderBase64(bytes)}\n`;
}
