import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { identifyFile } from "../../src/verify/identify-file.ts";

const VECTORS = JSON.parse(readFileSync("tests/vectors/identify.json", "utf8")) as readonly {
  readonly name: string;
  readonly chosen: { readonly name: string; readonly size: number };
  readonly code: string;
  readonly path?: string;
}[];

const FILES = [
  ["os-1.0.img", 100],
  ["os-1.0.iso", 100],
  ["os-1.0.tar.gz", 200],
].map(([name, size]) => ({ path: `os/1.0/${name ?? ""}`, size: Number(size), sha256: "0".repeat(64) }));

suite("a chosen file", () => {
  for (const { name, chosen, code, path } of VECTORS)
    test(`is told as ${code} when it is ${name}`, () => {
      const guess = identifyFile(FILES, chosen, "os/1.0/os-1.0.img");
      assert.deepEqual([guess.kind, "file" in guess ? guess.file.path : undefined], [code, path]);
    });
});
