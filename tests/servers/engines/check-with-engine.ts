import { spawnSync } from "node:child_process";
import { findEngineUser } from "./engine-user.ts";

/** What an engine's own checker said. */
export interface CheckResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs an engine's own checker, as the user whom the engine would run as. */
export function checkWithEngine(program: string, words: readonly string[], folder: string): CheckResult {
  const env = { PATH: process.env["PATH"], HOME: folder, TMPDIR: folder, LANG: "C.UTF-8" };
  const done = spawnSync(program, words, { ...findEngineUser(), cwd: folder, env, encoding: "utf8" });
  return { code: done.status, output: `${done.stdout}${done.stderr}${done.error?.message ?? ""}` };
}
