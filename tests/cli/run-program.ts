import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** How the program is run. */
export interface RunOptions {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** What came of a run. */
export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program: it starts six times faster than its sources do, and is what people have. */
export const PROGRAM = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Runs the program as people do, as a process of its own. It must have been built, which `npm test` sees to. */
export async function runProgram(
  words: readonly string[],
  { input = "", env = {}, cwd }: RunOptions = {},
): Promise<RunResult> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: { ...process.env, NO_COLOR: "1", ...env },
    ...(cwd !== undefined && { cwd }),
  });
  child.stdin.on("error", () => undefined).end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stdout, stderr };
}
