import { readFileSync, statSync } from "node:fs";
import { chromium, firefox, webkit, type BrowserType } from "playwright";
import type { BrowserName } from "./browser.ts";

/** What finding browsers has to know of the machine. */
export interface Machine {
  readonly system: NodeJS.Platform;
  /** The `ID` in /etc/os-release, such as "debian"; undefined where there is no such file. */
  readonly distribution: string | undefined;
  readonly isRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
  /** Where Playwright would keep its own builds; undefined for one that it does not make for this system. */
  readonly ownBuilds: Readonly<Record<BrowserName, string | undefined>>;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readDistribution(): string | undefined {
  const release = "/etc/os-release";
  return isFile(release) ? /^ID="?([^"\n]+)/m.exec(readFileSync(release, "utf8"))?.[1] : undefined;
}

function findOwnBuild(browser: BrowserType): string | undefined {
  try {
    return browser.executablePath();
  } catch {
    return undefined;
  }
}

/** Describes the machine that this process runs on. */
export function describeMachine(): Machine {
  return {
    system: process.platform,
    distribution: readDistribution(),
    isRoot: process.getuid?.() === 0,
    environment: process.env,
    isFile,
    ownBuilds: {
      chromium: findOwnBuild(chromium),
      firefox: findOwnBuild(firefox),
      webkit: findOwnBuild(webkit),
    },
  };
}
