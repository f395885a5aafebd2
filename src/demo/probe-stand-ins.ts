import { createSecureContext } from "node:tls";
import { probePool } from "../cli/probe/probe-pool.ts";
import { readProbedFiles } from "../cli/probe/read-probed-files.ts";
import { createResolveHost } from "../cli/probe/resolve-host.ts";
import { updateStatus } from "../ops/hysteresis.ts";
import { renderProblem } from "../ops/index.ts";
import type { Status } from "../ops/status.ts";
import type { ReleaseFile } from "../verify/releases.ts";

/** Whom to ask, and for what. */
export interface StandInProbe {
  /** The maintainers' folder, where the hashes of the pieces lie. */
  readonly folder: string;
  readonly releases: readonly ReleaseFile[];
  /** The prefix of each stand-in. */
  readonly prefixes: readonly string[];
}

/** How long a step may take, and a stand-in as a whole, in milliseconds: the slow one needs 3 seconds. */
const TIMEOUT_MS = 10_000;
const MIRROR_TIMEOUT_MS = 60_000;

/** Any text does; with this one the same pieces are asked for at every start. */
const SEED = "demo";

/**
 * Asks every stand-in for a piece of the release, with the code of the program's `probe`, and gives what the program would write
 * into `status.json`. Rejects with an Error meant for people when the hashes of the pieces cannot be read.
 */
export async function probeStandIns({ folder, releases, prefixes }: StandInProbe): Promise<Status> {
  const { files, problems } = await readProbedFiles(folder, { version: 1, files: releases });
  if (problems.length > 0) throw new Error(problems.map(renderProblem).join("\n"));
  const findings = await probePool(prefixes, {
    files,
    resolve: createResolveHost(new Map(), { timeoutMs: TIMEOUT_MS }),
    secureContext: createSecureContext(),
    now: () => new Date(),
    timeoutMs: TIMEOUT_MS,
    mirrorTimeoutMs: MIRROR_TIMEOUT_MS,
    seed: SEED,
    speed: false,
    concurrency: prefixes.length,
    trace: undefined,
    onDone: () => undefined,
  });
  const now = new Date();
  return updateStatus(undefined, {
    findings,
    round: { probed: now.toISOString(), vantagePoints: ["this machine"] },
    now,
  });
}
