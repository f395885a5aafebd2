import { type Browser, chromium, firefox, type Page } from "playwright";
import type { FoundBrowser } from "../../setup/browser.ts";
import { findMedian } from "../figures.ts";
import { openWayPage } from "./open-way-page.ts";
import { watchMemory } from "./watch-memory.ts";
import { type Way, WAYS } from "./way.ts";

const MIB = 2 ** 20;

/** The size of the file that is checked, in MiB. */
export const SIZE_MIB = 1536;

const ROUNDS = 5;

/** What the slower ways are given of the file, in MiB: a rate shows as well on a part. Without JIT they take minutes for more. */
const SLOW_MIB: Readonly<Record<Way, readonly [withJit: number, without: number]>> = {
  read: [SIZE_MIB, SIZE_MIB],
  hash: [SIZE_MIB, SIZE_MIB],
  ours: [SIZE_MIB, SIZE_MIB],
  "hash-wasm": [512, 0],
  noble: [128, 4],
  forge: [128, 4],
};

/** What Tor Browser's level "Safer" turns off in Firefox. */
const NO_JIT_PREFERENCES = Object.fromEntries(
  ["ion", "baselinejit", "native_regexp", "asmjs", "wasm"].map((name) => [`javascript.options.${name}`, false]),
);

/** An engine, with its compilers or without. */
export interface Engine {
  readonly title: string;
  readonly name: "chromium" | "firefox";
  readonly hasJit: boolean;
}

/** Those that are measured. */
export const ENGINES: readonly Engine[] = [
  { title: "Chromium", name: "chromium", hasJit: true },
  { title: "Chromium, no JIT, no WebAssembly", name: "chromium", hasJit: false },
  { title: "Firefox", name: "firefox", hasJit: true },
  { title: "Firefox, no JIT, no WebAssembly", name: "firefox", hasJit: false },
];

/** What a way takes: its rate in MB/s, and the longest that the page stood still. */
export interface Figures {
  readonly rate: number;
  readonly blockedMs: number;
}

/** What was measured in an engine: the median of each way's rates, and the longest standstill; undefined where a way cannot be gone. */
export interface Measured extends Readonly<Partial<Record<Way, Figures>>> {
  /** The most memory that ours took, in MB, where the system tells it. */
  readonly megabytes: number | undefined;
}

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

async function measureWay(page: Page, way: Way, mebibytes: number): Promise<Figures> {
  const bytes = mebibytes * MIB;
  const { ms, blockedMs } = await page.evaluate(([name, size]) => window.runWay(name, size), [way, bytes] as const);
  return { rate: bytes / 1000 / ms, blockedMs };
}

/** In a run of its own: looking at the memory takes a quarter of a core. */
async function measureMemory(page: Page): Promise<number | undefined> {
  const endWatch = watchMemory();
  await measureWay(page, "ours", SIZE_MIB);
  return endWatch();
}

function joinRounds(rounds: readonly Figures[]): Figures {
  return {
    rate: findMedian(rounds.map(({ rate }) => rate)),
    blockedMs: Math.max(...rounds.map(({ blockedMs }) => blockedMs)),
  };
}

async function measureRounds(page: Page, { hasJit }: Engine): Promise<Readonly<Partial<Record<Way, Figures>>>> {
  const rounds: Record<string, Figures[]> = {};
  for (let round = 0; round < ROUNDS; round++)
    for (const way of WAYS) {
      const size = SLOW_MIB[way][hasJit ? 0 : 1];
      // WebAssembly is not there, and the slow ones need no second time.
      if (size === 0 || (size < SIZE_MIB && round > 0 && way !== "hash-wasm")) continue;
      (rounds[way] ??= []).push(await measureWay(page, way, size));
    }
  return Object.fromEntries(Object.entries(rounds).map(([way, figures]) => [way, joinRounds(figures)]));
}

/** Measures every way in an engine, the rounds one after the other. */
export async function measureEngine(
  engine: Engine,
  browsers: readonly FoundBrowser[],
  { origin, file }: { origin: string; file: string },
): Promise<Measured> {
  const browser = await launch(engine, browsers);
  try {
    const page = await openWayPage(browser, origin, file);
    return { ...(await measureRounds(page, engine)), megabytes: await measureMemory(page) };
  } finally {
    await browser.close();
  }
}
