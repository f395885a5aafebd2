import { hashFile } from "../../../src/cli/release/hash-file.ts";
import { makeSecretKey } from "../../../src/cli/sign/minisign-crypto.ts";
import type { Pool } from "../../../src/core/pool.ts";
import { renderMetalink } from "../../../src/ops/metalink.ts";
import type { ChromiumLab } from "../../extension/chromium.ts";
import { buildInto } from "../../extension/extension-lab.ts";
import { OFFERED, type OfferedFile, publishFile } from "../../extension/signed-release.ts";
import { findMedian, renderFigures, renderRatio, renderTenths } from "../figures.ts";
import { withFolder } from "../program/with-folder.ts";
import type { ProgramSuite } from "../suite.ts";
import { runAria2 } from "./run-aria2.ts";
import { startExtension } from "./run-extension.ts";
import { ADDRESSES, type BenchMirrors, startMirrors } from "./start-mirrors.ts";

const MEBIBYTES = 1024;
const ROUNDS = 5;

/** The least speed of ours, as a part of aria2's. */
const LEAST = 0.8;

/** Mirrors as fast as this machine lets them be; and such that give each connection a quarter of 1 Gbit/s. */
const RATES: readonly (readonly [name: string, rate: number])[] = [
  ["as fast as it goes", 0],
  ["31 MB/s a connection", 31],
];

function makePool(prefixes: readonly string[]): Pool {
  return { version: 1, mirrors: prefixes.map((url_prefix) => ({ url_prefix, weight: 50 })) };
}

/** The extension's three mirrors. */
const POOL = makePool(["one", "two", "three"].map((name) => `https://${name}.example/`));

async function readOffered(file: string): Promise<OfferedFile> {
  const length = 2 ** 20;
  const reading = await hashFile(file, { pieceLength: length, onBytes: () => undefined });
  if ("problem" in reading) throw new Error(reading.problem.message);
  const { size, sha256, pieces } = reading.hashes;
  return { size, sha256, list: { size, length, hashes: pieces } };
}

/** Puts the lists on the mirrors' site, and builds an extension that believes them. */
async function prepareLab(folder: string, mirrors: BenchMirrors, offered: OfferedFile): Promise<ChromiumLab> {
  const secretKey = makeSecretKey();
  const files = publishFile(offered, secretKey).set("/mirrors.json", Buffer.from(JSON.stringify(POOL)));
  for (const [path, content] of files) await mirrors.put(path.slice(1), content);
  const { port, spki } = mirrors;
  const extension = await buildInto(folder, secretKey, ["https://*.example/*"]);
  return { ...{ folder, extension, spki }, ...{ httpPort: port, httpsPort: port, proxyPort: port } };
}

function renderMetalinkOf(port: number, { size, sha256, list }: OfferedFile): string {
  const pool = makePool(ADDRESSES.map((address) => `https://${address}:${port}/`));
  return renderMetalink({ path: OFFERED, size, sha256, pieces: { length: list.length, sha256 } }, pool, list.hashes);
}

/** How long each takes in seconds, round by round. */
interface Times {
  readonly aria2: number[];
  /** Until every piece was checked. */
  readonly fetched: number[];
  /** Until the file was read once more and is saved. */
  readonly saved: number[];
}

/**
 * Each of the two begins every other round: a virtual machine gives memory that it does not use back to its host, and whoever writes
 * first waits until it has it again.
 */
async function measureRounds(lab: ChromiumLab, metalink: string): Promise<Times> {
  const times: Times = { aria2: [], fetched: [], saved: [] };
  const extension = await startExtension(lab);
  const runTheirs = async (): Promise<unknown> => times.aria2.push(await runAria2(metalink, lab.folder));
  const runOurs = async (round: number): Promise<void> => {
    const { fetched, done } = await extension.download(String(round));
    times.fetched.push(fetched);
    times.saved.push(done);
  };
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const run of round % 2 > 0 ? [runTheirs, runOurs] : [runOurs, runTheirs]) await run(round);
    return times;
  } finally {
    await extension.close();
  }
}

async function measure(rate: number): Promise<Times> {
  return withFolder(async (folder) => {
    const mirrors = await startMirrors({ path: OFFERED, mebibytes: MEBIBYTES, rate });
    try {
      const offered = await readOffered(mirrors.file);
      return await measureRounds(await prepareLab(folder, mirrors, offered), renderMetalinkOf(mirrors.port, offered));
    } finally {
      await mirrors.stop();
    }
  });
}

function renderTime(times: readonly number[], base: number): string {
  const seconds = findMedian(times);
  return `${renderTenths(seconds)} s, ${renderRatio(base, seconds)}`;
}

async function runMirrors(tell: (text: string) => void): Promise<readonly string[]> {
  const rows: string[][] = [];
  const broken: string[] = [];
  for (const [name, rate] of RATES) {
    const { aria2, fetched, saved } = await measure(rate);
    const base = findMedian(aria2);
    rows.push([name, `${renderTenths(base)} s`, ...[fetched, saved].map((times) => renderTime(times, base))]);
    const ratio = base / findMedian(fetched);
    if (ratio < LEAST) broken.push(`${name}: ours must be at least ${LEAST}x of aria2, got ${ratio.toFixed(2)}x`);
  }
  tell(renderFigures(["mirrors", "aria2", "ours", "saved"], rows));
  tell(
    "a time, and the speed beside aria2's; ours: until every piece was checked; saved: read once more as it is on the disk, and saved",
  );
  return broken;
}

/** How quickly the extension downloads in Chromium, beside aria2. */
export const mirrorsSuite: ProgramSuite = {
  name: "mirrors",
  title: `mirrors: ${MEBIBYTES} MiB from three mirrors, by the extension in Chromium and by aria2`,
  runProgram: runMirrors,
};
