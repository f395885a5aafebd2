import { spawnSync } from "node:child_process";
import { BROWSER_NAMES, type BrowserName, type FoundBrowser } from "./browser.ts";
import { describeMachine } from "./machine.ts";
import { installPackages } from "./install-packages.ts";
import { planBrowser, type BrowserPlan } from "./plan-browser.ts";

/** The browsers to test in, and in words what is missing. */
export interface BrowserSearch {
  readonly browsers: readonly FoundBrowser[];
  readonly problems: readonly string[];
}

/** How to search. */
export interface SearchOptions {
  /** Installs packages where this process may; otherwise what is not there is a problem. */
  readonly install: boolean;
  /** Takes one line on each thing that was found or done. */
  readonly tell: (line: string) => void;
}

/** Names the program, and its version when it tells one; WebKitGTK's driver does not. */
function describeBrowser({ name, path }: FoundBrowser): string {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  const version = status === 0 ? stdout.trim().split("\n").at(-1) : undefined;
  return `browsers: ${name} is ${path}${version === undefined ? "" : ` (${version})`}`;
}

function planAll(): readonly (readonly [BrowserName, BrowserPlan])[] {
  const machine = describeMachine();
  return BROWSER_NAMES.map((name) => [name, planBrowser(name, machine)]);
}

function listPackages(plan: BrowserPlan): readonly string[] {
  if (plan.step === "install") return plan.packages;
  return plan.step === "use" ? (plan.quickPackages ?? []) : [];
}

function installMissing({ install, tell }: SearchOptions): void {
  const packages = planAll().flatMap(([, plan]) => listPackages(plan));
  if (!install || packages.length === 0) return;
  tell(`browsers: installing ${packages.join(", ")} with apt-get`);
  const fault = installPackages(packages);
  tell(fault === undefined ? `browsers: installed ${packages.join(", ")}` : `browsers: apt-get failed: ${fault}`);
}

function nameProblem(name: BrowserName, plan: Exclude<BrowserPlan, { step: "use" }>): string {
  if (plan.step === "fail") return `${plan.problem}; cure: ${plan.cure}`;
  return `${name} was not found; cure: apt-get install -y --no-install-recommends ${plan.packages.join(" ")}`;
}

/** Finds every browser, after installing what is missing where that was asked for. */
export function findBrowsers(options: SearchOptions): BrowserSearch {
  installMissing(options);
  const browsers: FoundBrowser[] = [];
  const problems: string[] = [];
  for (const [name, plan] of planAll()) {
    if (plan.step === "use") browsers.push(plan.browser);
    else problems.push(nameProblem(name, plan));
  }
  for (const line of [...browsers.map(describeBrowser), ...problems.map((problem) => `browsers: ${problem}`)])
    options.tell(line);
  return { browsers, problems };
}
