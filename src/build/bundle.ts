import { build } from "esbuild";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { minify } from "terser";

/** The oldest language that the script tag is written in: Tor Browser's last two ESR lines and three years of the others know it. */
const TARGET = "es2022";

/** Gives a script for browsers as one text, readable as it is. `values` takes the place of names that the source only declares, each as JSON. */
export async function bundleText(entry: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    define: values,
    format: "esm",
    target: TARGET,
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function minifyText(text: string): Promise<string> {
  const { code = "" } = await minify(text, {
    ecma: 2020,
    module: true,
    compress: { passes: 4, hoist_funs: true, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
  });
  return code;
}

/** Writes a script: one expression that leaves no names behind, as small as terser makes it. */
export async function bundleScript(entry: string, output: string): Promise<void> {
  await write(output, `(()=>{${await minifyText(await bundleText(entry))}})();\n`);
}

/** Writes a part of a script that is loaded only when it is needed: an ES module, as small as terser makes it. */
export async function bundlePart(entry: string, output: string): Promise<void> {
  await write(output, `${await minifyText(await bundleText(entry))}\n`);
}

/** Writes the core as an ES module, readable as it is: whoever imports it minifies it with the rest. */
export async function bundleModule(entry: string, output: string): Promise<void> {
  await write(output, await bundleText(entry));
}

/** Writes the program for Node: one file with all that it needs. */
export async function bundleProgram(entry: string, output: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    // The "main" of some packages loads its parts in a way that no bundler sees; their "module" imports them.
    mainFields: ["module", "main"],
    // Some packages are CommonJS and call require.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  await chmod(output, 0o755);
}
