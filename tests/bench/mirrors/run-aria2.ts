import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ensureProgram } from "../../setup/ensure-program.ts";

/** As many connections as ours has, and small enough parts for all of them to be used. */
const POLITE = ["--split=4", "--max-connection-per-server=2", "--min-split-size=1M", "--file-allocation=none"];

/** Downloads what a metalink names, each piece checked, and throws it away. Gives the seconds that it took. */
export async function runAria2(metalink: string, folder: string): Promise<number> {
  const [program, file, output] = [ensureProgram("aria2c", "aria2"), join(folder, "file.meta4"), join(folder, "aria2")];
  await writeFile(file, metalink);
  const words = ["--no-conf", "--no-netrc", "--quiet", "--check-certificate=false", "--dir", output, ...POLITE];
  const begin = performance.now();
  await promisify(execFile)(program, [...words, `--metalink-file=${file}`]);
  const seconds = (performance.now() - begin) / 1000;
  await rm(output, { recursive: true });
  return seconds;
}
