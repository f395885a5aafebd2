import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import CliTable from "cli-table3";
import { fileIntegrity } from "./site-data.ts";

/** The most bytes that a built file may have, compressed with brotli at its best: each visitor of the site, or whoever installs the extension, pays for them. */
const BUDGETS: readonly { readonly file: string; readonly brotli: number }[] = [
  { file: "dist/fairmirror.js", brotli: 1536 },
  { file: "dist/fairmirror.mjs", brotli: 3072 },
  { file: "dist/site/assets/site.js", brotli: 2048 },
  { file: "dist/site/assets/status.js", brotli: 1280 },
  { file: "dist/site/assets/style.css", brotli: 4096 },
  { file: "dist/site/assets/check.css", brotli: 1024 },
  // It leaves the keyboard's focus where a button was, and has words for each case.
  { file: "dist/site/assets/check.js", brotli: 4608 },
  { file: "dist/site/assets/hand-over.js", brotli: 768 },
  { file: "dist/site/assets/balance.css", brotli: 1024 },
  { file: "dist/site/assets/balance.js", brotli: 1280 },
  { file: "dist/site/assets/simulator.js", brotli: 8192 },
  // These are loaded when a file was chosen, and when it is to be mended.
  { file: "dist/site/assets/mend-file.js", brotli: 10_240 },
  { file: "dist/site/assets/check-worker.js", brotli: 12_288 },
  // The extension's scripts stay readable, for its reviewers.
  // It also ends healed downloads whose page is gone, and sees to it that the user hears of it, whatever became of the extension meanwhile.
  { file: "dist/extension/background.js", brotli: 2304 },
  { file: "dist/extension/content.js", brotli: 640 },
  // It shows a download that runs elsewhere as the page does, pauses it and lets it go on, and says in sentences why a list is refused.
  { file: "dist/extension/popup.js", brotli: 4864 },
  // It heals downloads itself, and so carries the engine; and it does what the popup wants.
  { file: "dist/extension/page.js", brotli: 30_208 },
  { file: "dist/extension/download-worker.js", brotli: 11_264 },
  { file: "dist/extension/store-worker.js", brotli: 2048 },
  { file: "dist/extension/check-worker.js", brotli: 16_384 },
];

/** Lists the pages of the site, which have no budget: they hold the project's own words. */
async function listPages(): Promise<{ readonly file: string; readonly brotli?: number }[]> {
  const names = await readdir("dist/site", { recursive: true });
  return names
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => ({ file: join("dist/site", name) }));
}

/** Gives the tag to paste, with the hash that holds the browser to this very script. */
async function renderTag(): Promise<string> {
  const integrity = fileIntegrity(await readFile("dist/fairmirror.js"));
  return `<script src="/fairmirror.js" integrity="${integrity}" defer data-pool="/mirrors.json"></script>`;
}

const table = new CliTable({
  head: ["file", "bytes", "gzip", "brotli", "budget"],
  colAligns: ["left", "right", "right", "right", "right"],
  style: { head: [], border: [] },
});
for (const { file, brotli } of [...BUDGETS, ...(await listPages())]) {
  const content = await readFile(file);
  const compressed = brotliCompressSync(content).length;
  table.push([file, content.length, gzipSync(content, { level: 9 }).length, compressed, brotli ?? "–"]);
  if (brotli !== undefined && compressed > brotli) {
    console.error(
      `${file}: must be at most ${brotli} bytes in brotli, got ${compressed}; make it smaller, or argue for a larger budget`,
    );
    process.exitCode = 1;
  }
}
console.log(table.toString());
console.log(`\nthe tag to paste:\n${await renderTag()}`);
