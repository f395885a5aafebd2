import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import type { Pool } from "../../src/core/pool.ts";
import { renderMetalink } from "../../src/ops/metalink.ts";
import type { ReleaseFile } from "../../src/verify/releases.ts";

const FILE: ReleaseFile = {
  path: "os/1.0/os-1.0.img",
  size: 1_500_000,
  sha256: "ab".repeat(32),
  pieces: { length: 2 ** 20, sha256: "cd".repeat(32) },
};
const HASHES = new Uint8Array(64).fill(1, 0, 32).fill(0xfe, 32);
const POOL: Pool = {
  fallback_prefix: "https://dl.example/",
  mirrors: [
    { url_prefix: "https://small.example/", weight: 5, country: "DE" },
    { url_prefix: "https://great.example/a&b'/", weight: 1000 },
    { url_prefix: "https://twin.example/", weight: 5, country: "NZ" },
    { url_prefix: "https://off.example/", weight: 0 },
    { url_prefix: "https://behind.example/", weight: 7, lacks: ["os/1.0/"] },
    { url_prefix: "http://hidden.onion/", weight: 9 },
  ],
};

interface Element {
  readonly "#text": string;
  readonly [attribute: string]: string;
}

function parse(text: string) {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray: (name) => name === "url" });
  return (parser.parse(text) as { metalink: { file: Record<string, unknown> & { url?: readonly Element[] } } })
    .metalink;
}

suite("renderMetalink", () => {
  test("tells the name without folders, the size and the hashes", () => {
    const { file } = parse(renderMetalink(FILE, POOL, HASHES));
    assert.equal(file["@_name"], "os-1.0.img");
    assert.equal(file["size"], "1500000");
    assert.deepEqual(file["hash"], { "#text": FILE.sha256, "@_type": "sha-256" });
    assert.deepEqual(file["pieces"], {
      hash: ["01".repeat(32), "fe".repeat(32)],
      "@_length": "1048576",
      "@_type": "sha-256",
    });
  });

  test("gives the heaviest mirror the first priority, equal weights an equal one, and the fallback the last", () => {
    const { file } = parse(renderMetalink(FILE, POOL, HASHES));
    assert.deepEqual(
      file.url?.map((url) => [url["#text"], url["@_priority"], url["@_location"]]),
      [
        ["https://great.example/a&b'/os/1.0/os-1.0.img", "1", undefined],
        ["https://small.example/os/1.0/os-1.0.img", "2", "de"],
        ["https://twin.example/os/1.0/os-1.0.img", "2", "nz"],
        ["https://dl.example/os/1.0/os-1.0.img", "999999", undefined],
      ],
    );
  });

  test("escapes what XML would read as something else", () => {
    const text = renderMetalink({ ...FILE, path: 'a/"<&>.img' }, POOL, HASHES);
    assert.ok(text.includes('<file name="&quot;&lt;&amp;&gt;.img">'));
    assert.ok(text.includes("https://great.example/a&amp;b'/a/&quot;&lt;&amp;&gt;.img"));
  });

  test("does without pieces and without a fallback", () => {
    const { file } = parse(renderMetalink(FILE, { mirrors: POOL.mirrors.slice(0, 1) }, undefined));
    assert.equal(file["pieces"], undefined);
    assert.equal(file.url?.length, 1);
  });

  test("gives an .onion site its .onion mirrors", () => {
    const text = renderMetalink(FILE, { ...POOL, fallback_prefix: "http://site.onion/" }, HASHES);
    assert.ok(text.includes('priority="2">http://hidden.onion/os/1.0/os-1.0.img<'));
  });

  test("gives the same text for the same input", () => {
    assert.equal(renderMetalink(FILE, POOL, HASHES), renderMetalink(FILE, POOL, HASHES));
  });
});
