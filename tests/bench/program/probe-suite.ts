import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ProbeMirror, startProbeMirror } from "../../servers/probe-mirror.ts";
import { PROBE_PIECES, PROBE_RELEASES } from "../../servers/probe-release.ts";
import { renderFigures, renderRatio, renderTenths } from "../figures.ts";
import type { ProgramSuite } from "../suite.ts";
import { type MeasuredRun, runMeasured } from "./run-measured.ts";
import { withFolder } from "./with-folder.ts";

const COUNT = { good: 900, hanging: 100 };

/** The time limit of a step: what a mirror that hangs costs, once. */
const LIMIT_SECONDS = 10;

/** The most that a probe of a pool may hold in memory. */
const MOST_MEGABYTES = 200;

/** How far the clock may be off the sum on a machine that does other things too. */
const SLACK = 1.25;

async function makeFolder(folder: string, { ca }: ProbeMirror, prefixes: readonly string[]): Promise<void> {
  const mirrors = prefixes.map((url_prefix) => ({ url_prefix, weight: 1 }));
  await writeFile(join(folder, "mirrors.json"), JSON.stringify({ version: 1, mirrors }));
  await writeFile(join(folder, "releases.json"), JSON.stringify(PROBE_RELEASES));
  await writeFile(join(folder, "image.img.pieces"), PROBE_PIECES);
  await writeFile(join(folder, "ca.pem"), ca);
}

/** Spreads those that hang among the others, as in a real list. */
function listPrefixes(mirror: ProbeMirror, hanging: number): string[] {
  const every = (COUNT.good + COUNT.hanging) / COUNT.hanging;
  const ways = Array.from({ length: COUNT.good + COUNT.hanging }, (_, index) =>
    index % every === 0 ? "hangs" : "good",
  );
  return ways
    .map((way, index) => ({ way, prefix: mirror.prefix(way, `m${index}.m.example`) }))
    .filter(({ way }) => hanging > 0 || way === "good")
    .map(({ prefix }) => prefix);
}

function probe(mirror: ProbeMirror, hanging: number): Promise<MeasuredRun> {
  return withFolder(async (folder) => {
    await makeFolder(folder, mirror, listPrefixes(mirror, hanging));
    const bent = ["--resolve", `*:${mirror.httpsPort}:127.0.0.1`, "--ca", join(folder, "ca.pem")];
    const words = ["probe", "--mirrors", folder, ...bent, "--json", "--timeout", String(LIMIT_SECONDS)];
    return runMeasured(words, folder);
  });
}

function countFound({ stdout }: MeasuredRun, verdict: string): number {
  return (JSON.parse(stdout) as { findings: { verdict: string }[] }).findings.filter(
    (found) => found.verdict === verdict,
  ).length;
}

function findBroken(work: MeasuredRun, whole: MeasuredRun): string[] {
  const due = LIMIT_SECONDS + work.seconds;
  const [up, down] = [countFound(whole, "up"), countFound(whole, "down")];
  return [
    ...(up === COUNT.good && down === COUNT.hanging
      ? []
      : [`probe must find ${COUNT.good} up, got ${up}, ${down} down`]),
    ...(whole.seconds <= due * SLACK
      ? []
      : [`probe must take ${renderTenths(due)} s, got ${renderTenths(whole.seconds)}`]),
    ...(whole.megabytes <= MOST_MEGABYTES
      ? []
      : [`probe must hold at most ${MOST_MEGABYTES} MB, got ${renderTenths(whole.megabytes)}`]),
  ];
}

async function runProbe(tell: (text: string) => void): Promise<readonly string[]> {
  const mirror = await startProbeMirror();
  const [work, whole] = [await probe(mirror, 0), await probe(mirror, COUNT.hanging)];
  await mirror.close();
  const due = LIMIT_SECONDS + work.seconds;
  const row = (name: string, { seconds, megabytes }: MeasuredRun, ratio: string) => [
    ...[name, renderTenths(seconds), ratio, renderTenths(megabytes)],
  ];
  tell(
    renderFigures(
      ["mirrors", "s", "ratio", "peak MB"],
      [
        row(`${COUNT.good} that work`, work, ""),
        row(`and ${COUNT.hanging} that hang`, whole, renderRatio(whole.seconds, due)),
      ],
    ),
  );
  tell(`ratio to the work of the first line and one time limit of ${LIMIT_SECONDS} s; the mirrors share the machine`);
  return findBroken(work, whole);
}

/** Whether a pool with many mirrors that hang is probed in the time of one. */
export const probeSuite: ProgramSuite = {
  name: "probe",
  title: `probe: ${COUNT.good + COUNT.hanging} mirrors over TLS, of which ${COUNT.hanging} accept and then keep silent`,
  runProgram: runProbe,
};
