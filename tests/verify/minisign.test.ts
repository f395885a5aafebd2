import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { isRightSignature, signMessage } from "../../src/cli/sign/minisign-crypto.ts";
import type { Problem } from "../../src/core/problem.ts";
import { checkSignature } from "../../src/verify/check-signature.ts";
import { readPublicKey, renderKeyId, renderKeyLine, renderPublicKey } from "../../src/verify/public-key.ts";
import { readSignature, renderSignature } from "../../src/verify/signature.ts";

interface Case {
  readonly name: string;
  readonly public_key: string;
  readonly signature: string;
  readonly message: string;
  /** The code of the problem that must come of it; none where the signature is right. */
  readonly problem?: string;
}

interface Vectors {
  readonly public_key: string;
  readonly key_id: string;
  readonly cases: readonly Case[];
}

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/minisign.json", import.meta.url), "utf8")) as Vectors;

async function check({ public_key, signature, message }: Case): Promise<readonly Problem[]> {
  const key = readPublicKey(public_key, "the.pub");
  const reading = readSignature(signature, "file.minisig");
  if ("problem" in key) return [key.problem];
  if ("problem" in reading) return [reading.problem];
  const bytes = Buffer.from(message);
  return checkSignature(reading.value, {
    publicKey: key.value,
    readMessage: (algorithm) =>
      Promise.resolve(algorithm === "Ed" ? bytes : createHash("blake2b512").update(bytes).digest()),
    isRight: isRightSignature,
    file: "file",
  });
}

suite("a minisign signature", () => {
  for (const vector of VECTORS.cases) {
    test(`${vector.problem === undefined ? "takes" : `tells ${vector.problem} of`} ${vector.name}`, async () => {
      const problems = await check(vector);
      assert.deepEqual(
        problems.map(({ code }) => code),
        vector.problem === undefined ? [] : [vector.problem],
      );
    });
  }

  test("has a message of its own for every fault", async () => {
    const codes = ["tampered-file", "wrong-key", "truncated-signature", "tampered-comment"];
    const faults = VECTORS.cases.filter(({ problem }) => codes.includes(problem ?? ""));
    const problems = (await Promise.all(faults.map(check))).flat();
    assert.deepEqual(new Set(problems.map(({ code }) => code)), new Set(codes));
    assert.ok(new Set(problems.map(({ message }) => message)).size >= codes.length);
    assert.ok(problems.every(({ cure }) => cure !== undefined));
  });

  test("is rendered as it is read", () => {
    const secretKey = { keyId: Buffer.alloc(8, 1), seed: Buffer.alloc(32, 2), key: Buffer.alloc(32, 3) };
    const signature = signMessage(Buffer.from("hi"), { secretKey, algorithm: "ED", trustedComment: "a\tb: c" });
    const reading = readSignature(renderSignature(signature), "");
    assert.ok("value" in reading);
    assert.equal(reading.value.trustedComment, "a\tb: c");
    assert.equal(renderSignature(reading.value), renderSignature(signature));
  });
});

suite("a minisign public key", () => {
  test("is rendered as it is read, with the number that minisign tells", () => {
    const reading = readPublicKey(VECTORS.public_key, "");
    assert.ok("value" in reading);
    assert.equal(renderKeyLine(reading.value), VECTORS.public_key);
    assert.equal(renderKeyId(reading.value.keyId), VECTORS.key_id);
    assert.equal(
      renderPublicKey(reading.value),
      `untrusted comment: minisign public key ${VECTORS.key_id}\n${VECTORS.public_key}\n`,
    );
  });
});

test("a key's number is printed from its last byte on, and stays as it is", () => {
  const keyId = Buffer.from([1, 2, 3, 4, 5, 6, 7, 0xab]);
  assert.equal(renderKeyId(keyId), "AB07060504030201");
  assert.equal(renderKeyId(keyId), "AB07060504030201");
});
