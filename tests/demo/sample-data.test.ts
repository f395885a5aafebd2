import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { type MaintainedPool, readPool } from "../../src/core/index.ts";
import { checkFallback } from "../../src/ops/check-fallback.ts";
import { RELEASE_BYTES, releaseImage } from "../../src/demo/image.ts";

interface Release {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly pieces: { readonly length: number; readonly sha256: string };
}

const MIRRORS = new URL("../../mirrors/", import.meta.url);
const pool = JSON.parse(readFileSync(new URL("mirrors.json", MIRRORS), "utf8")) as MaintainedPool;
const releases = JSON.parse(readFileSync(new URL("releases.json", MIRRORS), "utf8")) as { files: Release[] };
const [release] = releases.files;
assert.ok(release);
const image = releaseImage();

function sha256(data: Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

test("releases.json tells the true size and SHA-256 of the sample image", () => {
  assert.equal(image.length, RELEASE_BYTES);
  assert.equal(release.size, image.length);
  assert.equal(release.sha256, sha256(image).toString("hex"));
});

test("the image is the keystream that its comment tells of", () => {
  // openssl enc -aes-128-ctr -K 666169726d6972726f722d6f732d3130 -iv 0
  assert.equal(release.sha256, "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a");
});

test("the .pieces file holds the SHA-256 of every piece, and releases.json its own", () => {
  const starts = Array.from({ length: Math.ceil(image.length / release.pieces.length) }, (_, index) => index);
  const hashes = starts.map((index) =>
    sha256(image.subarray(index * release.pieces.length, (index + 1) * release.pieces.length)),
  );
  const pieces = readFileSync(new URL("fairmirror-os-1.0.img.pieces", MIRRORS));
  assert.equal(release.pieces.length, 2 ** 20);
  assert.deepEqual(pieces, Buffer.concat(hashes));
  assert.equal(release.pieces.sha256, sha256(pieces).toString("hex"));
});

test("the sample pool is read without a problem, and every mirror is kept", () => {
  const { pool: read, problems } = readPool(pool);
  assert.deepEqual(problems, []);
  assert.equal(read?.mirrors.length, pool.mirrors.length);
});

test("the sample fallback is right, and of documentation addresses only", () => {
  const text = readFileSync(new URL("fallback.json", MIRRORS), "utf8");
  const { fallback, problems } = checkFallback(text, { file: "fallback.json", pool, dev: false });
  assert.deepEqual(problems, []);
  const addresses = fallback?.members.flatMap(({ a = [], aaaa = [] }) => [...a, ...aaaa]) ?? [];
  assert.ok(addresses.length >= 8);
  for (const address of addresses) assert.match(address, /^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:db8:/);
  // It lies beside the release, and is none of the large files.
  assert.equal(fallback?.check_path, `${dirname(releases.files[0]?.path ?? "")}/SHA256SUMS`);
});

test("every name of the sample pool is an example or an onion service", () => {
  const hosts = [pool.fallback_prefix ?? "", ...pool.mirrors.map(({ url_prefix }) => url_prefix)];
  for (const { hostname } of hosts.map((prefix) => new URL(prefix)))
    assert.match(hostname, /(\.example|^[a-z2-7]{56}\.onion)$/);
});

test("the mirror of weight 0 says why", () => {
  const disabled = pool.mirrors.filter(({ weight }) => weight === 0);
  assert.equal(disabled.length, 1);
  assert.match(disabled[0]?.notes ?? "", /disabled/);
});
