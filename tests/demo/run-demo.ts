import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/demo/main.ts", import.meta.url));

/** How a run went. */
export interface DemoEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A demo in a process of its own, its output in a pipe. */
export interface RunningDemo {
  /** Resolves with the match once it was printed; rejects when the demo ends before. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly type: (line: string) => void;
  readonly signal: (name: "SIGINT" | "SIGTERM") => void;
  readonly ended: Promise<DemoEnd>;
  /** Lists what the demo has in the folder for temporary files. */
  readonly temporary: () => Promise<string[]>;
}

/** Starts the demo with its own folder for temporary files, which goes when the tests are over; `env` is added to its environment. */
export async function runDemo(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-test-"));
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const environment = { ...process.env, TMPDIR: folder, FAIRMIRROR_MIRRORS: undefined, ...env };
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...words], { env: environment });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => (output[name] += text));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...output }));
  const waitFor = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(output.stdout);
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`ended without ${String(pattern)}: ${JSON.stringify(output)}`);
      await Promise.race([once(child.stdout, "data"), ended]);
    }
  };
  return {
    waitFor,
    type: (line) => child.stdin.write(`${line}\n`),
    signal: (name) => child.kill(name),
    ended,
    temporary: async () => (await readdir(folder)).filter((name) => name.startsWith("fairmirror-demo-")),
  };
}
