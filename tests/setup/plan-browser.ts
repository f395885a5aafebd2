import { basename, delimiter, join } from "node:path";
import type { BrowserName, FoundBrowser } from "./browser.ts";
import { BROWSER_SOURCES } from "./browser-sources.ts";
import type { Machine } from "./machine.ts";

/** What to do to have a browser. */
export type BrowserPlan =
  | {
      readonly step: "use";
      readonly browser: FoundBrowser;
      /** Packages that this process may install for a quicker build of it; without them this one does. */
      readonly quickPackages?: readonly string[];
    }
  | { readonly step: "install"; readonly packages: readonly string[] }
  | { readonly step: "fail"; readonly problem: string; readonly cure: string };

function findProgram(name: string, { environment, isFile }: Machine): string | undefined {
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isFile);
}

/** The browser that this system has by itself: on the PATH with all that it needs, or among the applications. */
function findStock(name: BrowserName, machine: Machine): FoundBrowser | undefined {
  const { kind, programs, companions, applications } = BROWSER_SOURCES[name];
  if (!companions.every((companion) => findProgram(companion, machine))) return undefined;
  const found = programs.map((program) => findProgram(program, machine)).find((path) => path !== undefined);
  const path = found ?? applications.find((application) => machine.isFile(application));
  return path === undefined ? undefined : { name, path, kind };
}

function findOwn(name: BrowserName, { ownBuilds, isFile }: Machine): FoundBrowser | undefined {
  const path = ownBuilds[name];
  return path !== undefined && isFile(path) ? { name, path, kind: "playwright" } : undefined;
}

function planOverride(name: BrowserName, path: string, { isFile }: Machine): BrowserPlan {
  const { variable, kind } = BROWSER_SOURCES[name];
  if (isFile(path)) return { step: "use", browser: { name, path, kind } };
  return { step: "fail", problem: `${variable} names no file: "${path}"`, cure: `correct ${variable} or unset it` };
}

/** Playwright's WebKit takes the place of Safari better than WebKitGTK does; the others are tried as people have them. */
function findPresent(name: BrowserName, machine: Machine): FoundBrowser | undefined {
  const own = findOwn(name, machine);
  return name === "webkit" ? (own ?? findStock(name, machine)) : (findStock(name, machine) ?? own);
}

function planPresent(browser: FoundBrowser, { distribution = "", isRoot }: Machine): BrowserPlan {
  const { programs, quickPackages } = BROWSER_SOURCES[browser.name];
  const packages = quickPackages?.[distribution];
  const isQuick = programs[0] === basename(browser.path);
  return { step: "use", browser, ...(packages && isRoot && !isQuick ? { quickPackages: packages } : {}) };
}

function planMissing(name: BrowserName, { distribution = "", isRoot, system }: Machine): BrowserPlan {
  const packages = BROWSER_SOURCES[name].packages[distribution];
  if (packages && isRoot) return { step: "install", packages };
  const download = `npx playwright install ${system === "linux" ? "--with-deps " : ""}${name}`;
  const apt = `sudo apt-get install -y --no-install-recommends ${packages?.join(" ") ?? ""}`;
  return { step: "fail", problem: `${name} was not found`, cure: packages ? `${apt}, or ${download}` : download };
}

/**
 * Decides how to get a browser: the one that the environment names, the one that is there, packages where this process may
 * install them, or else a problem and its cure.
 */
export function planBrowser(name: BrowserName, machine: Machine): BrowserPlan {
  const override = machine.environment[BROWSER_SOURCES[name].variable];
  if (override) return planOverride(name, override, machine);
  const browser = findPresent(name, machine);
  return browser ? planPresent(browser, machine) : planMissing(name, machine);
}
