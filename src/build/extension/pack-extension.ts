import { writeFile } from "node:fs/promises";
import { buildExtension } from "./build-extension.ts";
import { packZip } from "./pack-zip.ts";

/** What is handed in at Chromium's store and at Firefox's. The same manifest serves both. */
const ZIPS = ["dist/fairmirror-chromium.zip", "dist/fairmirror-firefox.zip"] as const;

/** Builds the extension of `site/project.json` into `dist/extension/`, and packs it for each store. */
export async function packExtension(): Promise<void> {
  const zip = packZip(await buildExtension({ output: "dist/extension" }));
  for (const path of ZIPS) await writeFile(path, zip);
}
