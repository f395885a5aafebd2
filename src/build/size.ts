import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import CliTable from "cli-table3";

/** The most bytes that a built file may have, compressed with brotli at its best: each visitor of the site pays for them. */
const BUDGETS: readonly { readonly file: string; readonly brotli: number }[] = [
  { file: "dist/fairmirror.js", brotli: 1536 },
  { file: "dist/fairmirror.mjs", brotli: 3072 },
];

const table = new CliTable({
  head: ["file", "min", "gzip", "brotli", "budget"],
  colAligns: ["left", "right", "right", "right", "right"],
  style: { head: [], border: [] },
});
for (const { file, brotli } of BUDGETS) {
  const content = await readFile(file);
  const compressed = brotliCompressSync(content).length;
  table.push([file, content.length, gzipSync(content, { level: 9 }).length, compressed, brotli]);
  if (compressed > brotli) {
    console.error(
      `${file}: must be at most ${brotli} bytes in brotli, got ${compressed}; make it smaller, or argue for a larger budget`,
    );
    process.exitCode = 1;
  }
}
console.log(table.toString());
