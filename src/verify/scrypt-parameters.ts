import type { PasswordCost } from "./secret-key-file.ts";

/** The three parameters of scrypt (RFC 7914). */
export interface ScryptParameters {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

const BLOCK_SIZE = 8;

/** Gives the largest power of two that is at most the number, but at least 2. */
function floorToPower(limit: number): number {
  let power = 2;
  while (power * 2 <= limit) power *= 2;
  return power;
}

/** Gives scrypt's parameters for a cost, as libsodium picks them (crypto_pwhash_scryptsalsa208sha256, `pickparams`). */
export function pickScryptParameters({ operations, memory }: PasswordCost): ScryptParameters {
  const limit = Math.max(operations, 32_768);
  if (limit < memory / 32)
    return { cost: floorToPower(limit / (BLOCK_SIZE * 4)), blockSize: BLOCK_SIZE, parallelization: 1 };
  const cost = floorToPower(memory / (BLOCK_SIZE * 128));
  const rounds = Math.min(Math.floor(limit / 4 / cost), 0x3f_ff_ff_ff);
  return { cost, blockSize: BLOCK_SIZE, parallelization: Math.max(Math.floor(rounds / BLOCK_SIZE), 1) };
}
