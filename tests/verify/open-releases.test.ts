import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { isRightSignature, makeSecretKey, signMessage } from "../../src/cli/sign/minisign-crypto.ts";
import { checkSignature } from "../../src/verify/check-signature.ts";
import { type PublicKey, readPublicKey, renderPublicKey } from "../../src/verify/public-key.ts";
import { readSignature, renderSignature } from "../../src/verify/signature.ts";
import { openReleases, type ReleasesToOpen } from "../../src/verify/open-releases.ts";
import { verifyEd25519 } from "../../src/verify/verify-ed25519.ts";
import { ensureProgram } from "../setup/ensure-program.ts";

const NOW = new Date("2026-11-25T00:00:00Z");
const LIST = `${JSON.stringify({
  version: 1,
  generated: "2026-11-01T00:00:00Z",
  expires: "2027-01-01T00:00:00Z",
  files: [{ path: "os/1.0/os-1.0.img", size: 3, sha256: "0".repeat(64) }],
})}\n`;

interface SignedList {
  readonly list: Pick<ReleasesToOpen, "bytes" | "signature" | "publicKey">;
}

function run(
  program: string,
  words: readonly string[],
  cwd: string,
): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, input: "", encoding: "utf8" });
  return { code: status, text: stdout + stderr };
}

function toKey(text: string): PublicKey {
  const reading = readPublicKey(text, "the.pub");
  assert.ok("value" in reading);
  return reading.value;
}

async function openCodes(list: SignedList["list"], more: Partial<ReleasesToOpen> = {}): Promise<readonly string[]> {
  const { releases, problems } = await openReleases({ file: "releases.json", now: NOW, ...list, ...more });
  return [...problems.map(({ code }) => code), ...(releases ? ["opened"] : [])];
}

suite("a signed list of releases", () => {
  let folder: string;
  let minisign: string;
  let signify: string;
  const signed: Record<string, SignedList["list"]> = {};

  function readList(publicKey: string, signature: string): SignedList["list"] {
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    return { bytes: Buffer.from(LIST), signature: read(signature), publicKey: toKey(read(publicKey)) };
  }

  before(async () => {
    [minisign, signify] = [ensureProgram("minisign", "minisign"), ensureProgram("signify-openbsd", "signify-openbsd")];
    folder = await mkdtemp(join(tmpdir(), "fairmirror-signed-"));
    await writeFile(join(folder, "releases.json"), LIST);
    assert.equal(run(minisign, ["-G", "-W", "-s", "m.key", "-p", "m.pub"], folder).code, 0);
    assert.equal(run(signify, ["-G", "-n", "-s", "s.sec", "-p", "s.pub"], folder).code, 0);
    for (const [name, flags] of [
      ["hashed", ["-H"]],
      ["plain", ["-l"]],
    ] as const)
      assert.equal(run(minisign, ["-S", ...flags, "-s", "m.key", "-m", "releases.json", "-x", name], folder).code, 0);
    assert.equal(run(signify, ["-S", "-s", "s.sec", "-m", "releases.json", "-x", "signify"], folder).code, 0);
    for (const name of ["hashed", "plain"]) signed[name] = readList("m.pub", name);
    signed["signify"] = readList("s.pub", "signify");
  });

  after(() => rm(folder, { recursive: true }));

  for (const [kind, title] of [
    ["hashed", "minisign over its digest"],
    ["plain", "minisign over the file itself"],
    ["signify", "signify"],
  ] as const) {
    const get = (): SignedList["list"] => signed[kind] ?? assert.fail();

    test(`signed by ${title} opens, and no other text with that signature`, async () => {
      assert.deepEqual(await openCodes(get()), ["opened"]);
      assert.deepEqual(await openCodes({ ...get(), bytes: Buffer.from(LIST.replace('"size":3', '"size":4')) }), [
        "tampered-file",
      ]);
    });

    test(`signed by ${title} with another key is refused`, async () => {
      const { keyId, key } = makeSecretKey();
      assert.deepEqual(await openCodes({ ...get(), publicKey: { keyId, key } }), ["wrong-key"]);
      // The same number does not make it the same key.
      assert.deepEqual(await openCodes({ ...get(), publicKey: { keyId: get().publicKey.keyId, key } }), [
        "tampered-file",
      ]);
    });
  }

  test("is refused when the signature is cut, or its trusted comment changed", async () => {
    const list = signed["hashed"] ?? assert.fail();
    const lines = list.signature.split("\n");
    assert.deepEqual(await openCodes({ ...list, signature: lines.slice(0, 2).join("\n") }), ["truncated-signature"]);
    assert.deepEqual(await openCodes({ ...list, signature: list.signature.replace("timestamp:", "timestamp:9") }), [
      "tampered-comment",
    ]);
    assert.deepEqual(await openCodes({ ...list, signature: "<!doctype html>\n".repeat(4) }), ["bad-signature-file"]);
  });

  test("is refused when a newer one was seen, and told when it is past its end", async () => {
    const list = signed["hashed"] ?? assert.fail();
    assert.deepEqual(await openCodes(list, { seen: "2026-11-02T00:00:00Z" }), ["rolled-back"]);
    assert.deepEqual(await openCodes(list, { seen: "2026-11-01T00:00:00Z" }), ["opened"]);
    assert.deepEqual(await openCodes(list, { now: new Date("2027-06-01T00:00:00Z") }), ["expired", "opened"]);
  });

  test("is told last what it is refused for, whatever else is wrong with it", async () => {
    const secretKey = makeSecretKey();
    const sign = (text: string): SignedList["list"] => {
      const bytes = Buffer.from(text);
      const signature = renderSignature(signMessage(bytes, { secretKey, algorithm: "Ed", trustedComment: "" }));
      return { bytes, signature, publicKey: secretKey };
    };
    const seen = "2026-11-02T00:00:00Z";
    assert.deepEqual(await openCodes(sign(LIST.replace("[", "[{},")), { seen }), ["bad-file", "rolled-back"]);
    assert.deepEqual(await openCodes(sign(`{"files":[{}]}`)), ["bad-file", "no-files"]);
    assert.deepEqual(await openCodes(sign(`{"version":2,"files":[{}]}`)), ["newer-version"]);
  });

  test("of ours is right for minisign and for signify", async () => {
    const secretKey = makeSecretKey();
    await writeFile(join(folder, "ours.pub"), renderPublicKey(secretKey));
    const text = renderSignature(
      signMessage(Buffer.from(LIST), { secretKey, algorithm: "Ed", trustedComment: "of ours" }),
    );
    await writeFile(join(folder, "ours"), text);
    const words = ["-V", "-p", "ours.pub", "-m", "releases.json", "-x", "ours"];
    for (const program of [minisign, signify]) {
      const { code, text: said } = run(program, words, folder);
      assert.equal(code, 0, said);
    }
  });

  test("is judged alike by WebCrypto, by the library, and by Node", async (t) => {
    const { signature: text, publicKey, bytes } = signed["plain"] ?? assert.fail();
    const reading = readSignature(text, "plain");
    assert.ok("value" in reading);
    const { signature } = reading.value;
    const wrong = signature.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
    const check = async (): Promise<readonly boolean[]> =>
      Promise.all([signature, wrong, signature.subarray(1)].map((some) => verifyEd25519(publicKey.key, bytes, some)));
    assert.deepEqual(await check(), [true, false, false]);
    const { subtle } = crypto;
    t.mock.method(subtle, "importKey", () => Promise.reject(new Error("no such curve")));
    assert.deepEqual(await check(), [true, false, false]);
    const outcome = await checkSignature(reading.value, {
      publicKey,
      readMessage: () => Promise.resolve(bytes),
      isRight: isRightSignature,
      file: "releases.json",
    });
    assert.deepEqual(outcome, []);
  });
});
