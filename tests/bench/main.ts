/** `npm run bench`: measures what was built and prints the figures; `npm run bench -- NAME` runs one suite. */
import { chromium } from "playwright";
import { findBrowsers } from "../setup/find-browsers.ts";
import { startBenchServer } from "./bench-server.ts";
import { balanceSuite } from "./balance/balance-suite.ts";
import { logsSuite } from "./balance/logs-suite.ts";
import { checkSuite } from "./check/check-suite.ts";
import { downloadSuite } from "./download/download-suite.ts";
import { draftsSuite } from "./drafts/drafts-suite.ts";
import { extensionSuite } from "./extension/extension-suite.ts";
import { mirrorsSuite } from "./mirrors/mirrors-suite.ts";
import { pageSuite } from "./page/page-suite.ts";
import { probeSuite } from "./program/probe-suite.ts";
import { releaseSuite } from "./program/release-suite.ts";
import type { Bench, ProgramSuite, Suite } from "./suite.ts";

type AnySuite = Suite | ProgramSuite;

const SUITES: readonly AnySuite[] = [
  pageSuite,
  draftsSuite,
  checkSuite,
  probeSuite,
  releaseSuite,
  downloadSuite,
  extensionSuite,
  mirrorsSuite,
  balanceSuite,
  logsSuite,
];

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

function chooseSuites(words: readonly string[]): readonly AnySuite[] {
  const names = SUITES.map(({ name }) => name);
  const unknown = words.find((word) => !names.includes(word));
  if (unknown !== undefined)
    throw new RangeError(`no suite is called "${unknown}"; the suites are ${names.join(", ")}`);
  return words.length === 0 ? SUITES : SUITES.filter(({ name }) => words.includes(name));
}

async function startBench(): Promise<Bench> {
  const { browsers, problems } = findBrowsers({ install: true, tell: () => undefined });
  const found = browsers.find(({ name }) => name === "chromium");
  if (!found) throw new Error(problems.join("\n"));
  // Nothing but this machine is ever asked.
  const rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
  const browser = await chromium.launch({ executablePath: found.path, args: [rules] });
  return { browser, server: await startBenchServer(), tell };
}

function tellTitle({ title }: AnySuite): void {
  tell(`\n${title}\n`);
}

async function runPages(suites: readonly Suite[]): Promise<readonly string[]> {
  if (suites.length === 0) return [];
  const bench = await startBench();
  const broken: string[] = [];
  try {
    tell(`Chromium ${bench.browser.version()} without a window`);
    for (const suite of suites) {
      tellTitle(suite);
      broken.push(...(await suite.run(bench)));
    }
  } finally {
    await Promise.all([bench.browser.close(), bench.server.close()]);
  }
  return broken;
}

async function runPrograms(suites: readonly ProgramSuite[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const suite of suites) {
    tellTitle(suite);
    broken.push(...(await suite.runProgram(tell)));
  }
  return broken;
}

async function runSuites(suites: readonly AnySuite[]): Promise<readonly string[]> {
  tell(`Node ${process.version}`);
  const pages = await runPages(suites.filter((suite): suite is Suite => "run" in suite));
  return [...pages, ...(await runPrograms(suites.filter((suite): suite is ProgramSuite => "runProgram" in suite)))];
}

try {
  const broken = await runSuites(chooseSuites(process.argv.slice(2)));
  for (const promise of broken) console.error(`broken promise: ${promise}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof RangeError ? 2 : 1;
}
