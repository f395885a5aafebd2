import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium, firefox, type Page } from "playwright";
import { hashFile } from "../../../src/cli/release/hash-file.ts";
import type { FoundBrowser } from "../../setup/browser.ts";
import { findBrowsers } from "../../setup/find-browsers.ts";
import { type BenchServer, startBenchServer } from "../bench-server.ts";
import { findMedian, renderFigures } from "../figures.ts";
import { withFolder } from "../program/with-folder.ts";
import type { ProgramSuite } from "../suite.ts";
import { makeImage } from "./make-image.ts";
import { openWayPage, putWayPage } from "./open-way-page.ts";
import { type Way, WAYS } from "./way.ts";

const MIB = 2 ** 20;
const SIZE_MIB = 1536;
const ROUNDS = 3;

/** What the slower ways are given of the file, in MiB: a rate shows as well on a part. Without JIT they take minutes for more. */
const SLOW_MIB: Readonly<Record<Way, readonly [withJit: number, without: number]>> = {
  read: [SIZE_MIB, SIZE_MIB],
  ours: [SIZE_MIB, SIZE_MIB],
  "hash-wasm": [512, 0],
  noble: [128, 4],
  forge: [128, 4],
};

/** What Tor Browser's level "Safer" turns off in Firefox. */
const NO_JIT_PREFERENCES = Object.fromEntries(
  ["ion", "baselinejit", "native_regexp", "asmjs", "wasm"].map((name) => [`javascript.options.${name}`, false]),
);

interface Engine {
  readonly title: string;
  readonly name: "chromium" | "firefox";
  readonly hasJit: boolean;
}

const ENGINES: readonly Engine[] = [
  { title: "Chromium", name: "chromium", hasJit: true },
  { title: "Chromium, no JIT, no WebAssembly", name: "chromium", hasJit: false },
  { title: "Firefox", name: "firefox", hasJit: true },
  { title: "Firefox, no JIT, no WebAssembly", name: "firefox", hasJit: false },
];

/** Rates in MB/s, the median of the rounds; undefined where a way cannot be gone. */
type Rates = Readonly<Partial<Record<Way, { readonly rate: number; readonly blockedMs: number }>>>;

function launch({ name, hasJit }: Engine, browsers: readonly FoundBrowser[]): Promise<Browser> {
  const found = browsers.find((browser) => browser.name === name);
  if (!found) throw new Error(`${name} must be there to be measured`);
  if (name === "chromium")
    return chromium.launch({ executablePath: found.path, args: hasJit ? [] : ["--js-flags=--jitless"] });
  const stock = found.kind === "stock" ? { channel: "moz-firefox" } : {};
  return firefox.launch({
    ...{ ...stock, executablePath: found.path, timeout: 120_000 },
    ...(hasJit ? {} : { firefoxUserPrefs: NO_JIT_PREFERENCES }),
  });
}

async function measureWay(page: Page, way: Way, mebibytes: number): Promise<{ rate: number; blockedMs: number }> {
  const bytes = mebibytes * MIB;
  const { ms, blockedMs } = await page.evaluate(([name, size]) => window.runWay(name, size), [way, bytes] as const);
  return { rate: bytes / 1000 / ms, blockedMs };
}

async function measureEngine(
  engine: Engine,
  browsers: readonly FoundBrowser[],
  { origin, file }: { origin: string; file: string },
): Promise<Rates> {
  const browser = await launch(engine, browsers);
  try {
    const page = await openWayPage(browser, origin, file);
    const rounds: Record<string, { rate: number; blockedMs: number }[]> = {};
    for (let round = 0; round < ROUNDS; round++)
      for (const way of WAYS) {
        const size = SLOW_MIB[way][engine.hasJit ? 0 : 1];
        // WebAssembly is not there, and the slow ones need no second time.
        if (size === 0 || (size < SIZE_MIB && round > 0 && way !== "hash-wasm")) continue;
        (rounds[way] ??= []).push(await measureWay(page, way, size));
      }
    return Object.fromEntries(
      Object.entries(rounds).map(([way, figures]) => [
        way,
        {
          rate: findMedian(figures.map(({ rate }) => rate)),
          blockedMs: Math.max(...figures.map(({ blockedMs }) => blockedMs)),
        },
      ]),
    );
  } finally {
    await browser.close();
  }
}

function measureNative(words: readonly [string, ...string[]], file: string): number {
  const [program, ...rest] = words;
  const begin = performance.now();
  const { status } = spawnSync(program, [...rest, file], { stdio: "ignore" });
  if (status !== 0) throw new Error(`${program} must be there to compare with`);
  return (SIZE_MIB * MIB) / 1000 / (performance.now() - begin);
}

function renderRow(title: string, rates: Rates): readonly string[] {
  const blocked = [rates.ours, rates.forge].map((figure) => (figure ? figure.blockedMs.toFixed(0) : "–"));
  return [
    title,
    ...WAYS.map((way) => rates[way]?.rate.toFixed(way === "noble" || way === "forge" ? 1 : 0) ?? "–"),
    ...blocked,
  ];
}

/** The least that ours must be of each other way, by engine. */
function findBroken({ title, name, hasJit }: Engine, rates: Rates): readonly string[] {
  const least: readonly (readonly [Way, number])[] = [
    ["read", name === "chromium" ? 0.65 : 0.4],
    ...(hasJit ? ([["hash-wasm", 2]] as const) : []),
    ["forge", 10],
  ];
  return least.flatMap(([way, factor]) => {
    const ratio = (rates.ours?.rate ?? 0) / (rates[way]?.rate ?? NaN);
    return ratio >= factor ? [] : [`${title}: ours must be at least ${factor}x of "${way}", got ${ratio.toFixed(2)}x`];
  });
}

function findSlower(name: Engine["name"], all: ReadonlyMap<Engine, Rates>): readonly string[] {
  const [withJit, without] = [true, false].map((hasJit) => {
    const found = [...all].find(([engine]) => engine.name === name && engine.hasJit === hasJit);
    return found?.[1].ours?.rate ?? NaN;
  });
  // Runs of one engine differ by a tenth from each other.
  const ratio = (without ?? NaN) / (withJit ?? NaN);
  return ratio >= 0.9 ? [] : [`${name}: ours must be no slower without JIT, got ${ratio.toFixed(2)}x`];
}

async function measureAll(folder: string, server: BenchServer): Promise<ReadonlyMap<Engine, Rates>> {
  const file = join(folder, "image.img");
  await makeImage(file, SIZE_MIB);
  const reading = await hashFile(file, { pieceLength: MIB, onBytes: () => undefined });
  if ("problem" in reading) throw new Error(reading.problem.message);
  await putWayPage(server, reading.hashes.pieces);
  const { browsers } = findBrowsers({ install: true, tell: () => undefined });
  const all = new Map<Engine, Rates>();
  for (const engine of ENGINES) all.set(engine, await measureEngine(engine, browsers, { origin: server.origin, file }));
  return all;
}

async function runCheck(tell: (text: string) => void): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    const server = await startBenchServer();
    const all = await measureAll(folder, server).finally(() => server.close());
    const file = join(folder, "image.img");
    const head = ["MB/s", ...WAYS, "ours blocks ms", "forge blocks ms"];
    tell(
      renderFigures(
        head,
        [...all].map(([{ title }, rates]) => renderRow(title, rates)),
      ),
    );
    tell(
      `sha256sum ${measureNative(["sha256sum"], file).toFixed(0)} MB/s, openssl ${measureNative(["openssl", "dgst", "-sha256"], file).toFixed(0)} MB/s`,
    );
    const broken = [...all].flatMap(([engine, rates]) => findBroken(engine, rates));
    return [...broken, ...(["chromium", "firefox"] as const).flatMap((name) => findSlower(name, all))];
  });
}

/** How quickly a big file is checked in the page, beside other ways and native programs. */
export const checkSuite: ProgramSuite = {
  name: "check",
  title: `check: a file of ${SIZE_MIB} MiB in the page`,
  runProgram: runCheck,
};
