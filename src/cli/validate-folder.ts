import { join } from "node:path";
import { checkFolder, type FolderCheck } from "../ops/rules/check-folder.ts";
import type { FolderFiles } from "../ops/rules/rule-folder.ts";
import type { Host, TextReading } from "./host.ts";

/** Before the first probe there is no status, and not every pool has a DNS fallback. */
function isAbsent(reading: TextReading): boolean {
  return "problem" in reading && reading.isMissing === true;
}

function textOf(reading: TextReading): string | undefined {
  return "text" in reading ? reading.text : undefined;
}

/** Reads all files of the maintainers' folder, and finds everything that is wrong in them. */
export async function validateFolder(
  folder: string,
  host: Host,
  { dev }: { readonly dev: boolean },
): Promise<FolderCheck> {
  const files: FolderFiles = {
    pool: join(folder, "mirrors.json"),
    releases: join(folder, "releases.json"),
    status: join(folder, "status.json"),
    fallback: join(folder, "fallback.json"),
  };
  const [pool, releases, status, fallback] = await Promise.all([
    host.readText(files.pool),
    host.readText(files.releases),
    host.readText(files.status),
    host.readText(files.fallback),
  ]);
  const needed = [pool, releases, ...[status, fallback].filter((reading) => !isAbsent(reading))];
  const unread = needed.flatMap((reading) => ("problem" in reading ? [reading.problem] : []));
  const texts = { pool: textOf(pool), releases: textOf(releases), status: textOf(status), fallback: textOf(fallback) };
  const { problems, counts } = checkFolder({ files, texts, now: host.now(), dev });
  return { problems: [...unread, ...problems], counts };
}
