import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { once } from "node:events";
import { renderFigures, renderTenths } from "../figures.ts";
import { runMeasured } from "../program/run-measured.ts";
import { withFolder } from "../program/with-folder.ts";
import type { ProgramSuite } from "../suite.ts";

const MEGABYTE = 1_000_000;
const LOG_BYTES = 1000 * MEGABYTE;
const PREFIX = "https://m1.example/";

/** What is promised: a third of the speed of `wc -l`, or so many MB/s where that is less, and so much memory. */
const LEAST = { part: 1 / 3, rate: 200 };
const MOST_MEGABYTES = 200;

const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

function makeBlock(): Buffer {
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const time = `28/Nov/2026:04:${String(Math.floor(index / 400)).padStart(2, "0")}:00 +0000`;
    return `10.1.${index >> 8}.${index & 255} - - [${time}] "GET /os/1.0/os.img HTTP/1.1" 206 1048576 "-" "${AGENT}"\n`;
  });
  return Buffer.from(lines.join(""));
}

async function writeLog(file: string): Promise<number> {
  const [block, stream] = [makeBlock(), createWriteStream(file)];
  let bytes = 0;
  for (; bytes < LOG_BYTES; bytes += block.length) if (!stream.write(block)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
  return bytes / MEGABYTE;
}

function measureWc(file: string): number {
  const start = performance.now();
  execFileSync("wc", ["-l", file]);
  return (performance.now() - start) / 1000;
}

async function runLogs(tell: (text: string) => void): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    const file = join(folder, "access.log");
    await writeFile(
      join(folder, "mirrors.json"),
      JSON.stringify({ version: 1, mirrors: [{ url_prefix: PREFIX, weight: 1 }] }),
    );
    const size = await writeLog(file);
    // The first reading brings the file into memory, for both.
    const wc = Math.min(measureWc(file), measureWc(file));
    const { seconds, megabytes } = await runMeasured(
      ["balance", "--mirrors", folder, "--log", `${PREFIX}=${file}`, "--json"],
      folder,
    );
    const rates = [size / wc, size / seconds] as const;
    const row = (name: string, rate: number, memory: string): string[] => [name, renderTenths(rate), memory];
    tell(
      renderFigures(
        ["", "MB/s", "peak MB"],
        [row("wc -l", rates[0], ""), row("balance --log", rates[1], renderTenths(megabytes))],
      ),
    );
    const least = Math.min(rates[0] * LEAST.part, LEAST.rate);
    return [
      ...(rates[1] >= least ? [] : [`logs must be read at ${renderTenths(least)} MB/s, got ${renderTenths(rates[1])}`]),
      ...(megabytes <= MOST_MEGABYTES
        ? []
        : [`logs must take ${MOST_MEGABYTES} MB at most, got ${renderTenths(megabytes)}`]),
    ];
  });
}

/** Whether an access log is counted about as fast as its lines are, and in constant memory. */
export const logsSuite: ProgramSuite = {
  name: "logs",
  title: "logs: the clients of an access log of 1 GB, beside the count of its lines",
  runProgram: runLogs,
};
