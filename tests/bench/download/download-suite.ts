import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { FIVE_MIRRORS } from "../../verify/download/five-mirrors.ts";
import type { PlannedMirror } from "../../verify/download/run-virtual.ts";
import { type RealRun, runReal } from "../../verify/download/run-real.ts";
import { makeSampleFile, type SampleFile } from "../../verify/download/sample-file.ts";
import { renderFigures, renderTenths } from "../figures.ts";
import type { ProgramSuite } from "../suite.ts";

const SIZE = 256 * 2 ** 20;

/** A mirror that stalls is told in a second: the figures are of the work, not of the waiting. */
const LIMITS = { stallMs: 1000 };

/** Of a session that meets all five. */
const SEED = 5;

/** The most of a file's size that may come in vain. */
const MOST_WASTED = 0.05;

/** The most megabytes that a download may hold beside what the mirrors hold. */
const MOST_MEGABYTES = 100;

const GOOD: PlannedMirror = { weight: 50, rate: Infinity, latencyMs: 0, behave: () => ({ kind: "serves" }) };

/** What a pool costs. */
interface Measured {
  readonly name: string;
  readonly run: RealRun;
  readonly seconds: number;
  /** Beside the file itself, which is in memory twice. */
  readonly megabytes: number;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

async function measure(
  name: string,
  sample: SampleFile,
  mirrors: Readonly<Record<string, PlannedMirror>>,
): Promise<Measured> {
  let peak = 0;
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers + SIZE;
  const onEvent = (): void => void (peak = Math.max(peak, process.memoryUsage().arrayBuffers - before));
  const begin = performance.now();
  const run = await runReal({ sample, mirrors, seed: SEED, change: { limits: LIMITS, onEvent } });
  return { name, run, seconds: (performance.now() - begin) / 1000, megabytes: peak / 1e6 };
}

function findBroken({ name, run, megabytes }: Measured): string[] {
  const { kind, account } = run.outcome;
  const wasted = account.bytesWasted / SIZE;
  return [
    ...(kind === "complete" && run.broken.length === 0 ? [] : [`${name}: the file must arrive whole, got ${kind}`]),
    ...(wasted < MOST_WASTED ? [] : [`${name}: must waste under 5 %, got ${renderTenths(wasted * 100)} %`]),
    ...(megabytes < MOST_MEGABYTES
      ? []
      : [`${name}: must hold at most ${MOST_MEGABYTES} MB, got ${renderTenths(megabytes)}`]),
  ];
}

async function runDownload(tell: (text: string) => void): Promise<readonly string[]> {
  const sample = makeSampleFile(SIZE, 2 ** 20);
  const good = Object.fromEntries(["a", "b", "c"].map((name) => [`https://${name}.example/`, GOOD]));
  const measured = [
    await measure("three that work", sample, good),
    await measure("five, each with a fault", sample, FIVE_MIRRORS),
  ];
  const rows = measured.map(({ name, run, seconds, megabytes }) => [
    ...[name, renderTenths(seconds), renderTenths(SIZE / 1e6 / seconds)],
    ...[renderTenths((run.outcome.account.bytesWasted / SIZE) * 100), renderTenths(megabytes)],
  ]);
  tell(renderFigures(["mirrors", "s", "MB/s", "wasted %", "peak MB"], rows));
  tell("one: dead; one: stalls half-way; one: flips a byte; one: without Range; one: 40 MB/s a connection");
  return measured.flatMap(findBroken);
}

/** Whether a file arrives from mirrors with faults, and what is wasted on them. */
export const downloadSuite: ProgramSuite = {
  name: "download",
  title: "download: 256 MiB in pieces of 1 MiB, each checked, from servers in the same process",
  runProgram: runDownload,
};
