import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BenchServer } from "../bench-server.ts";
import { listContestants, type Contestant } from "./contestants.ts";
import { makeDraftPool, makeSamplePool } from "./sample-pool.ts";

async function readJquery(): Promise<Buffer> {
  try {
    const main = createRequire(import.meta.url).resolve("jquery");
    return await readFile(join(dirname(main), "jquery.min.js"));
  } catch (error) {
    throw new Error('node_modules/jquery: two of the drafts need it, it is not installed; run "npm ci"', {
      cause: error,
    });
  }
}

/** Puts the pages and all that they load on the site, and lists them. */
export async function putFiles(server: BenchServer): Promise<readonly [Contestant, ...Contestant[]]> {
  const script = await readFile("dist/fairmirror.js");
  const contestants = listContestants(script);
  for (const { path, html } of contestants) server.put(path, html);
  server.put("/fairmirror.js", script);
  server.put("/fairmirror.mjs", await readFile("dist/fairmirror.mjs"));
  server.put("/mirrors.json", makeSamplePool());
  server.put("/draft-mirrors.json", makeDraftPool());
  server.put("/jquery.min.js", await readJquery());
  return contestants;
}
