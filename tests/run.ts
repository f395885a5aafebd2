/**
 * `npm test`: finds the browsers, builds, runs everything and prints `N passed, N failed` as the last line. Words narrow it for
 * daily work: "unit", "browser", or a part of a test file's path. A suite whose engine this machine lacks is told as skipped;
 * where CI is set, that is a failure.
 */
import { spawnSync } from "node:child_process";
import { chooseTests, type Choice } from "./setup/choose-tests.ts";
import { findBrowsers, type BrowserSearch } from "./setup/find-browsers.ts";
import { listTestFiles } from "./setup/list-test-files.ts";
import { runBrowserTests } from "./setup/run-browser-tests.ts";
import { runUnitTests } from "./setup/run-unit-tests.ts";
import { addTallies, forbidSkips, renderTally, type Tally } from "./setup/tally.ts";

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Builds what the tests open; gives what went wrong. */
function build(): string | undefined {
  tell("build: npm run build");
  const { status, error } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  return status === 0 ? undefined : `build: ${error?.message ?? `npm run build ended with ${status ?? "a signal"}`}`;
}

function searchBrowsers({ browser }: Choice): BrowserSearch {
  return browser.length > 0 ? findBrowsers({ install: true, tell }) : { browsers: [], problems: [] };
}

async function runTests(words: readonly string[]): Promise<Tally> {
  const choice = chooseTests(words, listTestFiles("tests"));
  const { browsers, problems } = searchBrowsers(choice);
  const fault = build();
  if (fault !== undefined) return { passed: 0, failures: [...problems, fault] };
  const tallies: Tally[] = [{ passed: 0, failures: problems }];
  if (choice.unit.length > 0) tallies.push(await runUnitTests(choice.unit));
  if (browsers.length > 0) {
    tallies.push(await runBrowserTests({ files: choice.browser, browsers, everyProject: words.length === 0 }));
  }
  return addTallies(tallies);
}

function readFault(error: unknown): Tally {
  if (error instanceof RangeError) return { passed: 0, failures: [error.message] };
  throw error;
}

const outcome = await runTests(process.argv.slice(2)).catch(readFault);
const tally = process.env["CI"] ? forbidSkips(outcome) : outcome;
tell(renderTally(tally));
process.exitCode = tally.failures.length === 0 ? 0 : 1;
