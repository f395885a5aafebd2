import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Mutant } from "./list-mutants.ts";

/** Below it, bundles find the packages that they import. */
const FOLDER = "node_modules/.cache/fairmirror-mutants";

/** Ends what a fault lets run for ever; whatever is right takes a hundredth of it. */
const LIMIT_MS = 300_000;

function putFault(file: string, { start, end, replacement }: Mutant): Plugin {
  const path = resolve(file);
  return {
    name: "mutant",
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, async (loaded) => {
        const text = await readFile(loaded.path, "utf8");
        // The tests find their data beside themselves, wherever the bundle lies.
        const own = text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(loaded.path).href));
        const contents = loaded.path === path ? text.slice(0, start) + replacement + text.slice(end) : own;
        return { contents, loader: "ts" };
      });
    },
  };
}

/** Runs tests against a source with a fault, and tells whether they fail, as they should. */
export async function isCaught(test: string, file: string, mutant: Mutant, slot: number): Promise<boolean> {
  await mkdir(FOLDER, { recursive: true });
  const outfile = join(FOLDER, `${slot}.mjs`);
  await build({
    entryPoints: [test],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    plugins: [putFault(file, mutant)],
  });
  const child = spawn(process.execPath, [outfile], { stdio: "ignore", timeout: LIMIT_MS, killSignal: "SIGKILL" });
  const [code] = (await once(child, "exit")) as [number | null];
  await rm(outfile);
  return code !== 0;
}
