import { readFile } from "node:fs/promises";
import { bundleModule, bundlePart, bundleProgram, bundleScript } from "./bundle.ts";
import { explainFault } from "./explain-fault.ts";
import { packExtension } from "./extension/pack-extension.ts";
import { findStaleSchemas, SCHEMA_COMMAND } from "./schema.ts";
import { buildSite } from "./site.ts";
import { emitTypes } from "./types.ts";

/** A project without an extension leaves the key out. */
async function hasExtension(): Promise<boolean> {
  return "extension" in (JSON.parse(await readFile("site/project.json", "utf8")) as object);
}

/** Builds all that is published: the script tag, the box that checks files, the module with its types, the site, the extension. */
async function buildAll(): Promise<void> {
  const stale = await findStaleSchemas();
  if (stale.length > 0)
    throw new Error(`${stale.join(", ")}: must follow the types they are made from; run "${SCHEMA_COMMAND}"`);
  await bundleScript("src/browser/main.ts", "dist/fairmirror.js");
  await bundleScript("src/browser/check/main.ts", "dist/assets/check.js");
  await bundleScript("src/browser/hand-over.ts", "dist/assets/hand-over.js");
  await bundleScript("src/browser/balance/main.ts", "dist/assets/balance.js");
  await bundleScript("src/browser/balance/worker.ts", "dist/assets/simulator.js");
  await bundlePart("src/browser/check/mend-file.ts", "dist/assets/mend-file.js");
  await bundleScript("src/verify/check-worker.ts", "dist/assets/check-worker.js");
  await bundleModule("src/core/index.ts", "dist/fairmirror.mjs");
  await bundleProgram("src/cli/main.ts", "dist/cli.js");
  emitTypes("src/core/index.ts", "dist/types");
  await buildSite({ mirrors: "mirrors", output: "dist/site", dev: false });
  if (await hasExtension()) await packExtension();
}

try {
  await buildAll();
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
