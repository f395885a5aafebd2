import { type Fault, judgeFault } from "../../ops/probe-fault.ts";
import type { AddressObservation, Facts, FileObservation, MirrorObservation } from "../../ops/probe-observation.ts";
import type { TraceRule } from "../../ops/trace.ts";
import type { Line } from "./connect.ts";
import { measureSpeed } from "./measure-speed.ts";
import { ProbeFaultError, toFault } from "./probe-fault-error.ts";
import { type Place, probeFile } from "./probe-file.ts";
import { probeTrace } from "./probe-trace.ts";
import type { ProbedFile } from "./read-probed-files.ts";
import type { Address, ResolveHost } from "./resolve-host.ts";
import { type Limits, renderLimit, within } from "./within.ts";

/** How mirrors are asked. */
export interface ProbeOptions extends Pick<Line, "secureContext" | "now"> {
  readonly files: readonly ProbedFile[];
  readonly resolve: ResolveHost;
  /** For each step, in milliseconds. */
  readonly timeoutMs: number;
  /** For the whole of a mirror. */
  readonly mirrorTimeoutMs: number;
  /** Where the chance of the pieces comes from: the same seed gives the same pieces. */
  readonly seed: string;
  /** The trace file to ask for, where the pool names one. */
  readonly trace: TraceRule | undefined;
  /** Whether throughput is measured. */
  readonly speed: boolean;
}

/** A file that cannot be asked for makes the next one useless to ask for: the address itself is at fault. */
function isEnd({ fault }: FileObservation): boolean {
  const verdict = judgeFault(fault);
  return verdict === "down" || verdict === "unasked";
}

async function probeFiles(files: readonly ProbedFile[], place: Place): Promise<FileObservation[]> {
  const observations: FileObservation[] = [];
  for (const file of files) {
    const observation = await probeFile(file, place);
    observations.push(observation);
    if (isEnd(observation)) break;
  }
  return observations;
}

/** Joins what is known of an address with more: the first latency is what visitors feel, and a lack for one file is a lack. */
function joinFacts(facts: Facts, more: Facts): Facts {
  return {
    ...facts,
    ...more,
    ...(facts.latencyMs !== undefined && { latencyMs: facts.latencyMs }),
    ...(facts.ranges === false && { ranges: false }),
    ...(facts.cors === false && { cors: false }),
  };
}

async function probeAddress(
  place: Omit<Place, "note">,
  { files, speed, trace: rule }: ProbeOptions,
): Promise<AddressObservation> {
  let facts: Facts = {};
  const note = (more: Facts): void => {
    facts = joinFacts(facts, more);
  };
  const observations = await probeFiles(files, { ...place, note });
  const trace = rule && !observations.some(isEnd) ? await probeTrace(rule, { ...place, note }) : undefined;
  if (speed && observations.every(({ fault }) => !fault)) {
    const bytesPerSecond = await measureSpeed(files, { ...place, note }).catch(() => undefined);
    if (bytesPerSecond !== undefined) note({ bytesPerSecond });
  }
  return { ...place.address, facts, files: observations, ...(trace && { trace }) };
}

/** Bounds the time that names take. */
function limitResolve(resolve: ResolveHost, limits: Limits): ResolveHost {
  const reason = `does not resolve: no answer from the name servers within ${renderLimit(limits.timeoutMs)}`;
  const late = (): Fault => ({ code: "no-name", reason });
  return (url) => within(limits, { work: resolve(url), cancel: () => undefined, late });
}

async function resolveMirror(url: URL, resolve: ResolveHost): Promise<readonly Address[]> {
  const reason = "not probed: an .onion name needs Tor, which this program does not speak";
  if (url.hostname.endsWith(".onion")) throw new ProbeFaultError({ code: "not-asked", reason });
  return resolve(url);
}

function limitMirror(mirrorTimeoutMs: number): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const reason = `does not finish within ${renderLimit(mirrorTimeoutMs)}`;
  const stop = (): void => controller.abort(new ProbeFaultError({ code: "slow", reason }));
  const timer = setTimeout(stop, mirrorTimeoutMs);
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}

/** Asks every address of a mirror for every file of the release, and tells what it did. Never rejects. */
export async function probeMirror(
  url_prefix: string,
  options: ProbeOptions,
  touch: () => void,
): Promise<MirrorObservation> {
  const { timeoutMs, secureContext, now, seed } = options;
  const { signal, end } = limitMirror(options.mirrorTimeoutMs);
  const limits = { timeoutMs, signal, touch };
  const way = { limits, secureContext, now, resolve: limitResolve(options.resolve, limits) };
  try {
    const addresses = await resolveMirror(new URL(url_prefix), way.resolve);
    const asked = addresses.map((address) => probeAddress({ url_prefix, address, way, seed }, options));
    return { url_prefix, addresses: await Promise.all(asked), checked: now().toISOString() };
  } catch (error) {
    return { url_prefix, addresses: [], fault: toFault(error), checked: now().toISOString() };
  } finally {
    end();
  }
}
