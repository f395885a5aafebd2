import { defineConfig } from "playwright/test";
import { BROWSERS_VARIABLE, REPORT_FILE, RESULTS_FOLDER } from "../setup/browser-environment.ts";
import type { FoundBrowser } from "../setup/browser.ts";
import { findBrowsers } from "../setup/find-browsers.ts";
import { listProjects } from "./harness/projects.ts";
import type { TestFixtures, WorkerFixtures } from "./harness/test.ts";

/** `npm test` hands over what it found; when Playwright is started by itself it finds what is there. */
function readBrowsers(): readonly FoundBrowser[] {
  const handed = process.env[BROWSERS_VARIABLE];
  if (handed !== undefined) return JSON.parse(handed) as readonly FoundBrowser[];
  return findBrowsers({ install: false, tell: () => undefined }).browsers;
}

// The limits end what hangs; no test depends on how fast the machine is.
export default defineConfig<TestFixtures, WorkerFixtures>({
  testDir: ".",
  outputDir: RESULTS_FOLDER + "pages",
  reporter: [["list"], ["json", { outputFile: REPORT_FILE }]],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  projects: listProjects(readBrowsers()),
});
