import { randomBytes } from "node:crypto";
import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";
import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import type { VantageFindings } from "../../ops/merge-findings.ts";
import type { Releases } from "../../verify/releases.ts";
import type { Host } from "../host.ts";
import { startMirrorProgress } from "./mirror-progress.ts";
import { type PoolProbeOptions, probePool } from "./probe-pool.ts";
import type { ProbeCommandOptions } from "./read-options.ts";
import { readProbedFiles } from "./read-probed-files.ts";
import { createResolveHost } from "./resolve-host.ts";

/** What came of a probe from here: what was found and the seed that drew its pieces, or why nothing was asked. */
export interface ProbeOutcome {
  readonly point: (VantageFindings & { readonly seed: string }) | undefined;
  readonly problems: readonly Problem[];
}

const CONCURRENCY = 20;

/** Throughput measured by many at once would be that of the prober's own line. */
const SPEED_CONCURRENCY = 2;

/** How long a mirror may take as a whole unless told otherwise, and how much longer for each file of the release. */
const MIRROR_SECONDS = 60;
const FILE_SECONDS = 2;

async function readTrust(ca: string | undefined, host: Host): Promise<SecureContext | Problem> {
  if (ca === undefined) return createSecureContext();
  const reading = await host.readText(ca);
  if ("problem" in reading) return reading.problem;
  try {
    return createSecureContext({ ca: [...rootCertificates, reading.text] });
  } catch {
    const [message, cure] = ["must hold certificates as PEM, got something else", "name a file that has them"];
    return { code: "bad-certificates", file: ca, pointer: "", message, cure };
  }
}

/** Tells how long and how many at once are asked, of a release of so many files. */
function chooseLimits(
  { timeout, mirrorTimeout, speed, concurrency, resolve }: ProbeCommandOptions,
  files: number,
): Pick<PoolProbeOptions, "timeoutMs" | "mirrorTimeoutMs" | "speed" | "concurrency" | "resolve"> {
  const timeoutMs = timeout * 1000;
  return {
    timeoutMs,
    mirrorTimeoutMs: (mirrorTimeout ?? MIRROR_SECONDS + FILE_SECONDS * files) * 1000,
    speed,
    concurrency: concurrency ?? (speed ? SPEED_CONCURRENCY : CONCURRENCY),
    resolve: createResolveHost(resolve, { timeoutMs }),
  };
}

/** Asks every mirror of the pool, those of weight 0 too, so that they can come back. */
export async function probeNow(
  { mirrors, trace_path, trace_max_age_hours }: MaintainedPool,
  releases: Releases,
  options: ProbeCommandOptions,
  host: Host,
): Promise<ProbeOutcome> {
  const [{ files, problems }, trust] = await Promise.all([
    readProbedFiles(options.mirrors, releases),
    readTrust(options.ca, host),
  ]);
  const faults = "code" in trust ? [...problems, trust] : problems;
  if (faults.length > 0 || "code" in trust) return { point: undefined, problems: faults };
  const { seed = randomBytes(16).toString("hex"), vantage } = options;
  const progress = startMirrorProgress(mirrors.length, host);
  const findings = await probePool(
    mirrors.map(({ url_prefix }) => url_prefix),
    {
      ...chooseLimits(options, files.length),
      ...{ files, secureContext: trust, now: host.now, seed },
      trace: trace_path === undefined ? undefined : { path: trace_path, maxAgeHours: trace_max_age_hours },
      onDone: progress.add,
    },
  );
  progress.stop();
  return { point: { vantage, probed: host.now().toISOString(), seed, findings }, problems: [] };
}
