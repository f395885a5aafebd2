import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hashFile } from "../../../src/cli/release/hash-file.ts";
import { findBrowsers } from "../../setup/find-browsers.ts";
import { type BenchServer, startBenchServer } from "../bench-server.ts";
import { renderFigures } from "../figures.ts";
import { withFolder } from "../program/with-folder.ts";
import type { ProgramSuite } from "../suite.ts";
import { findBroken } from "./find-broken.ts";
import { makeImage } from "./make-image.ts";
import { type Engine, ENGINES, measureEngine, type Measured, SIZE_MIB } from "./measure-engine.ts";
import { putWayPage } from "./open-way-page.ts";
import { WAYS } from "./way.ts";

const MIB = 2 ** 20;

function measureNative(words: readonly [string, ...string[]], file: string): number {
  const [program, ...rest] = words;
  const begin = performance.now();
  const { status } = spawnSync(program, [...rest, file], { stdio: "ignore" });
  if (status !== 0) throw new Error(`${program} must be there to compare with`);
  return (SIZE_MIB * MIB) / 1000 / (performance.now() - begin);
}

function renderRow(title: string, measured: Measured): readonly string[] {
  const blocked = [measured.ours, measured.forge].map((figures) => figures?.blockedMs.toFixed(0) ?? "–");
  return [
    title,
    ...WAYS.map((way) => measured[way]?.rate.toFixed(way === "noble" || way === "forge" ? 1 : 0) ?? "–"),
    ...[...blocked, measured.megabytes?.toFixed(0) ?? "–"],
  ];
}

async function measureAll(folder: string, server: BenchServer): Promise<ReadonlyMap<Engine, Measured>> {
  const file = join(folder, "image.img");
  await makeImage(file, SIZE_MIB);
  const reading = await hashFile(file, { pieceLength: MIB, onBytes: () => undefined });
  if ("problem" in reading) throw new Error(reading.problem.message);
  await putWayPage(server, reading.hashes.pieces);
  const { browsers } = findBrowsers({ install: true, tell: () => undefined });
  const all = new Map<Engine, Measured>();
  for (const engine of ENGINES) all.set(engine, await measureEngine(engine, browsers, { origin: server.origin, file }));
  return all;
}

async function runCheck(tell: (text: string) => void): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    const server = await startBenchServer();
    const all = await measureAll(folder, server).finally(() => server.close());
    const file = join(folder, "image.img");
    const head = ["MB/s", ...WAYS, "ours blocks ms", "forge blocks ms", "ours MB"];
    tell(
      renderFigures(
        head,
        [...all].map(([{ title }, measured]) => renderRow(title, measured)),
      ),
    );
    tell(
      `sha256sum ${measureNative(["sha256sum"], file).toFixed(0)} MB/s, openssl ${measureNative(["openssl", "dgst", "-sha256"], file).toFixed(0)} MB/s`,
    );
    tell(
      "read: one stream, and nothing done with it; hash: what WebCrypto does with as many bytes in memory, by the two workers that ours has; where all cores are busy with each of them, doing both takes both times",
    );
    return findBroken(all);
  });
}

/** How quickly a big file is checked in the page, beside other ways and native programs. */
export const checkSuite: ProgramSuite = {
  name: "check",
  title: `check: a file of ${SIZE_MIB} MiB in the page`,
  runProgram: runCheck,
};
