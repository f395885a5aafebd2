import type { Problem } from "../../core/problem.ts";
import { checkFallbackShape } from "../check-fallback.ts";
import { checkPoolShape } from "../check-pool.ts";
import { checkReleasesShape } from "../check-releases.ts";
import { checkStatus } from "../check-status.ts";
import { RULES } from "./index.ts";
import { type FolderFiles, placeMirrors, toRuleFolder } from "./rule-folder.ts";

/** What the check of a folder goes by. */
export interface FolderInput {
  /** The names that problems give the files. */
  readonly files: FolderFiles;
  /** The texts of those files that could be read. */
  readonly texts: { readonly [Name in keyof FolderFiles]: string | undefined };
  readonly now: Date;
  readonly dev: boolean;
}

/** What came of it. */
export interface FolderCheck {
  readonly problems: readonly Problem[];
  /** How many mirrors the pool has, and how many of them can be drawn. */
  readonly counts: { readonly mirrors: number; readonly usable: number };
}

/** Finds everything that is wrong in the maintainers' folder, shape and meaning, as far as its files can be read. */
export function checkFolder({ files, texts, now, dev }: FolderInput): FolderCheck {
  const { pool: poolText, releases: releasesText, status: statusText, fallback: fallbackText } = texts;
  const pool = poolText === undefined ? undefined : checkPoolShape(poolText, { file: files.pool, dev });
  const releases = releasesText === undefined ? undefined : checkReleasesShape(releasesText, { file: files.releases });
  const status = statusText === undefined ? undefined : checkStatus(statusText, { file: files.status });
  const fallback = fallbackText === undefined ? undefined : checkFallbackShape(fallbackText, { file: files.fallback });
  const mirrors = placeMirrors(pool?.value, { dev });
  const read = { pool: pool?.pool, releases: releases?.releases, status: status?.status, fallback: fallback?.fallback };
  const folder = toRuleFolder({ files, mirrors, now, dev, ...read });
  const shapes = [pool, releases, status, fallback].flatMap((check) => check?.problems ?? []);
  return {
    problems: [...shapes, ...RULES.flatMap((rule) => rule.check(folder))],
    counts: { mirrors: mirrors.length, usable: mirrors.filter(({ mirror }) => mirror.weight > 0).length },
  };
}
