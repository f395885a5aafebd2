import { join } from "node:path";
import { type Folder, type OpenedFolder, readFolder as readOpened } from "../ops/read-folder.ts";
import type { TextReading } from "../ops/text-reading.ts";
import type { FolderFiles } from "../ops/rules/rule-folder.ts";
import type { Host } from "./host.ts";

/** Reads the texts of the maintainers' folder. */
export async function openFolder(folder: string, { readText }: Pick<Host, "readText">): Promise<OpenedFolder> {
  const files: FolderFiles = {
    pool: join(folder, "mirrors.json"),
    releases: join(folder, "releases.json"),
    status: join(folder, "status.json"),
    fallback: join(folder, "fallback.json"),
  };
  const read = (file: string): Promise<TextReading> => readText(file, { mustBeFile: true });
  const [pool, releases, status, fallback] = await Promise.all([
    read(files.pool),
    read(files.releases),
    read(files.status),
    read(files.fallback),
  ]);
  return { files, readings: { pool, releases, status, fallback } };
}

/** Reads and checks `mirrors.json`, `releases.json` and `status.json`. */
export async function readFolder(
  folder: string,
  host: Host,
  options: { readonly dev?: boolean } = {},
): Promise<Folder> {
  return readOpened(await openFolder(folder, host), options);
}
