/** `npm run bench`: measures what was built and prints the figures; `npm run bench -- NAME` runs one suite. */
import { chromium } from "playwright";
import { findBrowsers } from "../setup/find-browsers.ts";
import { startBenchServer } from "./bench-server.ts";
import { draftsSuite } from "./drafts/drafts-suite.ts";
import { pageSuite } from "./page/page-suite.ts";
import type { Bench, Suite } from "./suite.ts";

const SUITES: readonly Suite[] = [pageSuite, draftsSuite];

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

function chooseSuites(words: readonly string[]): readonly Suite[] {
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

async function runSuites(suites: readonly Suite[]): Promise<readonly string[]> {
  const bench = await startBench();
  const broken: string[] = [];
  try {
    tell(`Chromium ${bench.browser.version()} without a window, Node ${process.version}`);
    for (const { title, run } of suites) {
      tell(`\n${title}\n`);
      broken.push(...(await run(bench)));
    }
  } finally {
    await Promise.all([bench.browser.close(), bench.server.close()]);
  }
  return broken;
}

try {
  const broken = await runSuites(chooseSuites(process.argv.slice(2)));
  for (const promise of broken) console.error(`broken promise: ${promise}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof RangeError ? 2 : 1;
}
