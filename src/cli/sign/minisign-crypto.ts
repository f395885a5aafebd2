import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  scrypt,
  sign,
  verify,
} from "node:crypto";
import { promisify } from "node:util";
import { blake2b } from "@noble/hashes/blake2.js";
import { commentMessage } from "../../verify/check-signature.ts";
import type { Signature, SignatureAlgorithm } from "../../verify/signature.ts";
import { pickScryptParameters } from "../../verify/scrypt-parameters.ts";
import { BODY_BYTES, type SecretKey } from "../../verify/secret-key.ts";
import type { PasswordCost } from "../../verify/secret-key-file.ts";

type ScryptOptions = Record<"N" | "r" | "p" | "maxmem", number>;

const stretch = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

/** The cost that minisign locks its keys with: 1 GiB of memory and some seconds. */
const OPERATIONS = 2 ** 25;
const MEMORY_BYTES = 2 ** 30;

/** Gives the BLAKE2b-256 of bytes, which node:crypto does not have. */
export function checksum(bytes: Uint8Array): Uint8Array {
  return blake2b(bytes, { dkLen: 32 });
}

/** Gives the BLAKE2b-512 of a file's pieces as they come. */
export async function digestChunks(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const hash = createHash("blake2b512");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}

function toKeyObject(key: Uint8Array, seed?: Uint8Array): KeyObject {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(key).toString("base64url") };
  if (!seed) return createPublicKey({ key: jwk, format: "jwk" });
  return createPrivateKey({ key: { ...jwk, d: Buffer.from(seed).toString("base64url") }, format: "jwk" });
}

/** Tells whether an Ed25519 signature is right. */
export function isRightSignature(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(undefined, message, toKeyObject(key), signature);
}

/** Gives the public half that belongs to a seed. */
function findPublicHalf(seed: Uint8Array): Uint8Array {
  // RFC 8410: 16 bytes name the algorithm, the seed follows.
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const { x = "" } = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" })).export({
    format: "jwk",
  });
  return Buffer.from(x, "base64url");
}

/** Tells whether the halves of a key belong together: signing with others would give the secret away. */
export function isWholeKey({ key, seed }: SecretKey): boolean {
  return Buffer.compare(findPublicHalf(seed), key) === 0;
}

/** Makes a new key. */
export function makeSecretKey(): SecretKey {
  const seed = randomBytes(32);
  return { keyId: randomBytes(8), seed, key: findPublicHalf(seed) };
}

/** Makes a new cost: another salt each time. */
export function makePasswordCost(): PasswordCost {
  return { salt: randomBytes(32), operations: OPERATIONS, memory: MEMORY_BYTES };
}

/** Tells whether stretching a password would take more than minisign ever asks for. */
export function isExcessive(password: PasswordCost): boolean {
  const { cost, blockSize, parallelization } = pickScryptParameters(password);
  return cost * blockSize * 128 > MEMORY_BYTES || parallelization > 64;
}

/** Stretches a password into what locks a key. */
export function stretchPassword(password: string, cost: PasswordCost): Promise<Uint8Array> {
  const { cost: N, blockSize: r, parallelization: p } = pickScryptParameters(cost);
  return stretch(password, cost.salt, BODY_BYTES, { N, r, p, maxmem: 2 * MEMORY_BYTES });
}

/** Signs a message, and then that signature with the trusted comment. */
export function signMessage(
  message: Uint8Array,
  {
    secretKey,
    algorithm,
    trustedComment,
  }: { secretKey: SecretKey; algorithm: SignatureAlgorithm; trustedComment: string },
): Signature {
  const key = toKeyObject(secretKey.key, secretKey.seed);
  const signature = sign(undefined, message, key);
  const globalSignature = sign(undefined, commentMessage(signature, trustedComment), key);
  return { algorithm, keyId: secretKey.keyId, signature, trustedComment, globalSignature };
}
