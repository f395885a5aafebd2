import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { makeImage } from "../check/make-image.ts";
import { findMedian, renderFigures, renderRatio } from "../figures.ts";
import type { ProgramSuite } from "../suite.ts";
import { runMeasured } from "./run-measured.ts";
import { withFolder } from "./with-folder.ts";

const SIZE_MIB = 1024;
const ROUNDS = 3;

async function runSum(file: string): Promise<number> {
  const begin = performance.now();
  const child = spawn("sha256sum", [file], { stdio: "ignore" });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error("sha256sum must be there to compare with");
  return (performance.now() - begin) / 1000;
}

async function measure(
  folder: string,
): Promise<readonly (readonly [sum: number, release: number, megabytes: number])[]> {
  const [image, mirrors] = [join(folder, "image.img"), join(folder, "mirrors")];
  await Promise.all([makeImage(image, SIZE_MIB), mkdir(mirrors)]);
  const rounds = [];
  // Once for nothing: the second reading of a file is from memory, and must be so for both.
  await runSum(image);
  while (rounds.length < ROUNDS) {
    const sum = await runSum(image);
    const run = await runMeasured(["release", image, "--mirrors", mirrors, "--json"], folder);
    if (run.code !== 0) throw new Error(run.stderr);
    rounds.push([sum, run.seconds, run.megabytes] as const);
  }
  return rounds;
}

async function runRelease(tell: (text: string) => void): Promise<readonly string[]> {
  const rounds = await withFolder(measure);
  const sum = findMedian(rounds.map(([seconds]) => seconds));
  const ours = findMedian(rounds.map(([, seconds]) => seconds));
  const peak = Math.max(...rounds.map(([, , megabytes]) => megabytes));
  tell(
    renderFigures(
      ["", "s", "ratio", "peak MB"],
      [
        ["sha256sum", sum.toFixed(2), "", ""],
        ["release", ours.toFixed(2), renderRatio(ours, sum), peak.toFixed(1)],
      ],
    ),
  );
  tell(`medians of ${ROUNDS} rounds in turn, the file in memory; release hashes every byte twice: whole, and by piece`);
  return peak <= 200 ? [] : [`release must hold at most 200 MB, got ${peak.toFixed(1)}`];
}

/** How long the measuring of a release takes beside the bare sum. */
export const releaseSuite: ProgramSuite = {
  name: "release",
  title: `release: a file of ${SIZE_MIB} MiB, beside sha256sum`,
  runProgram: runRelease,
};
