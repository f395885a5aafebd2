import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { JSONReport } from "playwright/types/testReporter";
import { BROWSERS_VARIABLE, REPORT_FILE } from "./browser-environment.ts";
import type { FoundBrowser } from "./browser.ts";
import { readBrowserReport } from "./read-browser-report.ts";
import type { Tally } from "./tally.ts";

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");

/** What to run, and in what. */
export interface BrowserRun {
  readonly files: readonly string[];
  readonly browsers: readonly FoundBrowser[];
  /** Takes a project in which nothing ran for a failure. */
  readonly everyProject: boolean;
}

/** Runs files under Playwright, which prints what happens. */
export async function runBrowserTests({ files, browsers, everyProject }: BrowserRun): Promise<Tally> {
  await rm(REPORT_FILE, { force: true });
  const words = ["test", "--config", "tests/browser", ...files];
  const environment = { ...process.env, [BROWSERS_VARIABLE]: JSON.stringify(browsers) };
  const child = spawn(process.execPath, [PLAYWRIGHT, ...words], { stdio: "inherit", env: environment });
  const [code] = (await once(child, "close")) as [number | null];
  const report = await readFile(REPORT_FILE, "utf8").catch(() => undefined);
  if (report === undefined)
    return { passed: 0, failures: [`browsers: ended with ${code ?? "a signal"} and no report`] };
  const tally = readBrowserReport(JSON.parse(report) as JSONReport, { everyProject });
  if (code === 0 || tally.failures.length > 0) return tally;
  return { ...tally, failures: [`browsers: ended with ${code ?? "a signal"}`] };
}
