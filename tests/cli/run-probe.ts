import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Status } from "../../src/ops/status.ts";
import type { Finding } from "../../src/ops/verdict.ts";
import type { ProbeMirror } from "../servers/probe-mirror.ts";
import { PROBE_PIECES, PROBE_RELEASES } from "../servers/probe-release.ts";
import { runProgram, type RunResult } from "./run-program.ts";

/** Makes a maintainers' folder with a pool of these mirrors, the release, and the certificates to trust (`ca.pem`). */
export async function makeProbeFolder(
  context: TestContext,
  { ca }: Pick<ProbeMirror, "ca">,
  { prefixes, files = {} }: { readonly prefixes: readonly string[]; readonly files?: Readonly<Record<string, object>> },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-probe-"));
  context.after(() => rm(folder, { recursive: true }));
  const mirrors = prefixes.map((url_prefix) => ({ url_prefix, weight: 10 }));
  const data = { "mirrors.json": { version: 1, mirrors }, "releases.json": PROBE_RELEASES, ...files };
  const texts = Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const all = [...texts, ["image.img.pieces", PROBE_PIECES], ["ca.pem", ca]] as const;
  await Promise.all(all.map(([name, content]) => writeFile(join(folder, name), content)));
  return folder;
}

/** Runs `probe` with every name led to this machine. */
export function runProbe(folder: string, { httpsPort }: ProbeMirror, words: readonly string[]): Promise<RunResult> {
  const bent = ["--resolve", `*:${httpsPort}:127.0.0.1`, "--ca", join(folder, "ca.pem")];
  return runProgram(["probe", "--mirrors", folder, ...bent, ...words]);
}

/** Gives the findings that were printed as JSON. */
export function readFound({ stdout }: Pick<RunResult, "stdout">): Finding[] {
  return (JSON.parse(stdout) as { findings: Finding[] }).findings;
}

/** Reads the status that a folder has. */
export async function readStatus(folder: string): Promise<Status> {
  return JSON.parse(await readFile(join(folder, "status.json"), "utf8")) as Status;
}
