import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { checksum, isWholeKey } from "../../src/cli/sign/minisign-crypto.ts";
import { renderKeyId } from "../../src/verify/public-key.ts";
import { pickScryptParameters } from "../../src/verify/scrypt-parameters.ts";
import { BODY_BYTES, findSecretKey, makeBody, xorBytes } from "../../src/verify/secret-key.ts";
import { readSecretKey, renderSecretKey } from "../../src/verify/secret-key-file.ts";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/minisign.json", import.meta.url), "utf8")) as {
  readonly secret_key: string;
  readonly key_id: string;
};

function readBody(text: string): Uint8Array {
  const reading = readSecretKey(text, "");
  assert.ok("value" in reading);
  return reading.value.body;
}

suite("a minisign secret key", () => {
  test("that was never locked is found without a checksum, as minisign 0.11 leaves it", () => {
    const key = findSecretKey(readBody(VECTORS.secret_key), { checksum, isLocked: false });
    assert.ok(key && isWholeKey(key));
    assert.equal(renderKeyId(key.keyId), VECTORS.key_id);
  });

  test("that is locked needs its checksum", () => {
    assert.equal(findSecretKey(readBody(VECTORS.secret_key), { checksum, isLocked: true }), undefined);
  });

  test("comes back from its file, locked and unlocked", () => {
    const key = findSecretKey(readBody(VECTORS.secret_key), { checksum, isLocked: false });
    assert.ok(key);
    const stream = new Uint8Array(BODY_BYTES).map((_, index) => index * 7);
    const cost = { salt: new Uint8Array(32).fill(5), operations: 2 ** 25, memory: 2 ** 30 };
    const reading = readSecretKey(renderSecretKey({ cost, body: xorBytes(makeBody(key, checksum), stream) }), "");
    assert.ok("value" in reading);
    assert.deepEqual(reading.value.cost, cost);
    const body = xorBytes(reading.value.body, stream);
    assert.deepEqual(findSecretKey(body, { checksum, isLocked: true }), key);
    assert.equal(findSecretKey(reading.value.body, { checksum, isLocked: true }), undefined);
  });

  for (const [name, text] of [
    ["no text", ""],
    ["one line", "untrusted comment: x\n"],
    ["no base64", "untrusted comment: x\n\u0000\n"],
    ["a public key", "untrusted comment: x\nRWRfQ3P1PcNL98mFY6nEdeoZnWjBhjCCRETSXrdI+W54O9CMRIzobd9D\n"],
    ["a cut key", VECTORS.secret_key.slice(0, 200)],
  ] as const) {
    test(`is not found in ${name}`, () => {
      const reading = readSecretKey(text, "my.key");
      assert.ok("problem" in reading);
      assert.deepEqual([reading.problem.code, reading.problem.file], ["bad-secret-key", "my.key"]);
    });
  }
});

suite("scrypt's parameters", () => {
  // From libsodium's pickparams: sensitive, interactive, and a floor.
  for (const [operations, memory, cost, parallelization] of [
    [2 ** 25, 2 ** 30, 2 ** 20, 1],
    [2 ** 19, 2 ** 24, 2 ** 14, 1],
    [2 ** 15, 2 ** 24, 2 ** 10, 1],
    [0, 2 ** 24, 2 ** 10, 1],
    [2 ** 25, 2 ** 24, 2 ** 14, 64],
  ] as const) {
    test(`are ${cost}, 8, ${parallelization} for ${operations} operations and ${memory} bytes`, () => {
      const picked = pickScryptParameters({ salt: new Uint8Array(32), operations, memory });
      assert.deepEqual(picked, { cost, blockSize: 8, parallelization });
    });
  }
});
