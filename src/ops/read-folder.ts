import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import type { Releases } from "../verify/releases.ts";
import { checkPool } from "./check-pool.ts";
import { checkReleases } from "./check-releases.ts";
import { checkStatus } from "./check-status.ts";
import type { FolderFiles } from "./rules/rule-folder.ts";
import type { Status } from "./status.ts";
import type { TextReading } from "./text-reading.ts";

/** The files of the maintainers' folder as they were read. */
export interface OpenedFolder {
  /** The names that problems give the files. */
  readonly files: FolderFiles;
  readonly readings: { readonly [Name in keyof FolderFiles]: TextReading };
}

/** What the maintainers' folder holds; what is undefined is not there or not right, and the problems tell. */
export interface Folder {
  readonly pool: MaintainedPool | undefined;
  readonly releases: Releases | undefined;
  /** Undefined, without a problem, until the pool was first probed. */
  readonly status: Status | undefined;
  readonly problems: readonly Problem[];
}

/** Before the first probe there is no status, and not every pool has a DNS fallback. */
const OPTIONAL: readonly (keyof FolderFiles)[] = ["status", "fallback"];

/** Gives the text of a file of the folder; undefined where it could not be read. */
export function textOf({ readings }: OpenedFolder, name: keyof FolderFiles): string | undefined {
  const reading = readings[name];
  return "text" in reading ? reading.text : undefined;
}

/** Gives why a file of the folder could not be read; nothing when it was, or need not be there. */
export function listUnread({ readings }: OpenedFolder, name: keyof FolderFiles): Problem[] {
  const reading = readings[name];
  if ("text" in reading || (reading.isMissing && OPTIONAL.includes(name))) return [];
  return [reading.problem];
}

/** Reads what can be published of the maintainers' folder: pool, releases and status. `checkFolder` looks at more. */
export function readFolder(opened: OpenedFolder, { dev = false } = {}): Folder {
  const { files } = opened;
  const check = <Check>(
    name: "pool" | "releases" | "status",
    checkText: (text: string, options: { readonly file: string; readonly dev: boolean }) => Check,
  ): Partial<Check> => {
    const text = textOf(opened, name);
    return text === undefined ? {} : checkText(text, { file: files[name], dev });
  };
  const { pool, problems: poolProblems = listUnread(opened, "pool") } = check("pool", checkPool);
  const { releases, problems: releasesProblems = listUnread(opened, "releases") } = check("releases", checkReleases);
  const { status, problems: statusProblems = listUnread(opened, "status") } = check("status", checkStatus);
  return { pool, releases, status, problems: [...poolProblems, ...releasesProblems, ...statusProblems] };
}
