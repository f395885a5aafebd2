import type { Problem } from "../../core/problem.ts";
import { checkFallbackShape } from "../check-fallback.ts";
import { checkPoolShape } from "../check-pool.ts";
import { checkReleasesShape } from "../check-releases.ts";
import { checkStatus } from "../check-status.ts";
import { listUnread, type OpenedFolder, textOf } from "../read-folder.ts";
import { RULES } from "./index.ts";
import { pickMirrors, toRuleFolder } from "./rule-folder.ts";

/** What the check of a folder goes by. */
export interface FolderInput extends OpenedFolder {
  readonly now: Date;
  readonly dev: boolean;
}

/** What came of it. */
export interface FolderCheck {
  readonly problems: readonly Problem[];
  /** How many mirrors the pool has, and how many of them can be drawn. */
  readonly counts: { readonly mirrors: number; readonly usable: number };
}

const FILE_KINDS = ["pool", "releases", "status", "fallback"] as const;

/** Finds everything that is wrong in the maintainers' folder, shape and meaning, as far as its files can be read. */
export function checkFolder({ now, dev, ...opened }: FolderInput): FolderCheck {
  const { files } = opened;
  const [poolText, releasesText, statusText, fallbackText] = FILE_KINDS.map((kind) => textOf(opened, kind));
  const pool = poolText === undefined ? undefined : checkPoolShape(poolText, { file: files.pool, dev });
  const releases = releasesText === undefined ? undefined : checkReleasesShape(releasesText, { file: files.releases });
  const status = statusText === undefined ? undefined : checkStatus(statusText, { file: files.status });
  const fallback = fallbackText === undefined ? undefined : checkFallbackShape(fallbackText, { file: files.fallback });
  const read = {
    pool: pool?.readable,
    releases: releases?.readable,
    status: status?.readable,
    fallback: fallback?.fallback,
  };
  const folder = toRuleFolder({ files, now, dev, ...read });
  const unread = FILE_KINDS.flatMap((kind) => listUnread(opened, kind));
  const shapes = [pool, releases, status, fallback].flatMap((check) => check?.problems ?? []);
  const mirrors = pickMirrors(read.pool, { dev });
  return {
    problems: [...unread, ...shapes, ...RULES.flatMap((rule) => rule.check(folder))],
    counts: { mirrors: mirrors.length, usable: mirrors.filter(({ weight }) => weight > 0).length },
  };
}
