import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { callFile, identifyFile } from "../../src/verify/identify-file.ts";

const VECTORS = JSON.parse(readFileSync("tests/vectors/identify.json", "utf8")) as readonly {
  readonly name: string;
  readonly chosen: { readonly name: string; readonly size: number };
  readonly code: string;
  readonly path?: string;
}[];

const FILES = [
  ["1.0/os-1.0.img", 100],
  ["1.0/os-1.0.iso", 100],
  ["1.0/os-1.0.tar.gz", 200],
  ["1.0/a%20b.iso", 300],
  ["1.0/%C3%A9t%C3%A9.iso", 400],
  ["1.0/notes.txt", 500],
  ["2.0/notes.txt", 600],
  ["1.0/set%20(2).zip", 700],
].map(([path, size]) => ({ path: `os/${path ?? ""}`, size: Number(size), sha256: "0".repeat(64) }));

suite("a chosen file", () => {
  for (const { name, chosen, code, path } of VECTORS)
    test(`is told as ${code} when it is ${name}`, () => {
      const guess = identifyFile(FILES, chosen, "os/1.0/os-1.0.img");
      assert.deepEqual([guess.kind, "file" in guess ? guess.file.path : undefined], [code, path]);
    });

  test("is called by its name, and by its path where two have the same", () => {
    assert.deepEqual(
      FILES.slice(3, 6).map((file) => callFile(FILES, file)),
      ["a b.iso", "été.iso", "os/1.0/notes.txt"],
    );
  });
});
