import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** What a run of the program took. */
export interface MeasuredRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** The most memory that it held at once, in MB. */
  readonly megabytes: number;
}

/** Writes the peak down when the program ends: nobody else can ask for it on every system. */
const PEAK_HOOK = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from "node:fs";
  const file = process.env.PEAK_FILE;
  process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
`)}`;

/** Runs the program as it was built, and measures it; `folder` takes a file for the memory. */
export async function runMeasured(words: readonly string[], folder: string): Promise<MeasuredRun> {
  const peakFile = join(folder, "peak");
  const begin = performance.now();
  const child = spawn(process.execPath, ["--import", PEAK_HOOK, "dist/cli.js", ...words], {
    env: { ...process.env, PEAK_FILE: peakFile },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  const seconds = (performance.now() - begin) / 1000;
  const megabytes = (Number(await readFile(peakFile, "utf8")) * 1024) / 1e6;
  return { code: child.exitCode, stdout, stderr, seconds, megabytes };
}
