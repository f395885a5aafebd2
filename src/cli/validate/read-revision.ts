import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import { promisify } from "node:util";
import type { Problem } from "../../core/problem.ts";
import type { TextReading } from "../../ops/text-reading.ts";

const GIT_TIMEOUT_MS = 10_000;
const MAX_TEXT_BYTES = 32 * 2 ** 20;

/** What git says, what it means, and what to do; the first that fits is told. */
const FAULTS: readonly { readonly pattern: RegExp; readonly message: string; readonly cure: string }[] = [
  { pattern: /not a git repository/, message: "must lie in a git checkout", cure: "run it where the files are kept" },
  {
    pattern: /does not exist in|exists on disk, but not in/,
    message: "must be in that revision",
    cure: "name a later one",
  },
  {
    pattern: /invalid object name|unknown revision|bad revision|ambiguous argument|must come before/i,
    message: "must have a revision of that name",
    cure: 'name a commit, branch or tag that this checkout has; "git fetch" may bring it',
  },
  { pattern: /ENOENT/, message: "must be compared by git, which is not there", cure: "install git" },
  { pattern: /ENOTDIR|EACCES/, message: "must lie in a folder that can be read", cure: "check the path" },
  { pattern: /maxBuffer/, message: "must be at most 32 MiB in that revision", cure: "name another revision" },
];

function explain(error: unknown, path: string, revision: string): Problem {
  const {
    stderr = "",
    message,
    killed,
    code,
  } = error as Error & Partial<Record<"stderr" | "code", string>> & { killed?: boolean };
  const words = `${stderr}\n${message}\n${code ?? ""}`;
  const fault = FAULTS.find(({ pattern }) => pattern.test(words));
  const plain = killed
    ? `must be read by git within ${GIT_TIMEOUT_MS / 1000} s, got no answer`
    : `must be readable, git says "${stderr.trim().split("\n")[0] ?? ""}"`;
  return {
    code: "unreadable-revision",
    file: path,
    pointer: "",
    message: `${fault?.message ?? plain}, got ${JSON.stringify(revision)}`,
    ...(fault && { cure: fault.cure }),
  };
}

/** Reads a file as it was in a revision of the checkout that it lies in. */
export async function readRevision(path: string, revision: string): Promise<TextReading> {
  const place = `${revision}:./${basename(path)}`;
  const words = ["-C", dirname(path), "show", "--no-textconv", "--end-of-options", place];
  const env = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  try {
    const { stdout } = await promisify(execFile)("git", words, {
      env,
      timeout: GIT_TIMEOUT_MS,
      maxBuffer: MAX_TEXT_BYTES,
    });
    return { text: stdout };
  } catch (error) {
    return { problem: explain(error, path, revision) };
  }
}
