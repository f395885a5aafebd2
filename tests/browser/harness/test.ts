import { test as base } from "playwright/test";
import type { FoundBrowser } from "../../setup/browser.ts";
import { startLab, type Lab } from "../../servers/lab.ts";
import { makeLaunchOptions, type FirefoxPreferences } from "./launch-options.ts";
import { makePageAddress, type PageQuery } from "./page-address.ts";
import { recordConsole, type ConsoleLine } from "./record-console.ts";
import { startWebKitGtk, type WebKitGtk, type WebKitPage } from "./webkit-gtk.ts";

export { expect } from "playwright/test";

/** What a project of Playwright's configuration says. */
export interface ProjectOptions {
  /** The browser that was found for it. */
  readonly found: FoundBrowser;
  readonly preferences: FirefoxPreferences;
}

/** What lives as long as a worker. */
export interface WorkerFixtures extends ProjectOptions {
  /** The network; what it recorded is forgotten before each test. */
  readonly lab: Lab;
  readonly webKitGtk: WebKitGtk;
}

/** What each test has anew. */
export interface TestFixtures {
  readonly freshLab: undefined;
  /** What the page's console said, the oldest first. */
  readonly consoleLines: readonly ConsoleLine[];
  /** Opens a page of `tests/pages`, bent by its query. */
  readonly openPage: (name: string, query?: PageQuery) => Promise<void>;
  /** A page in WebKitGTK, which Playwright does not drive. */
  readonly webKitPage: WebKitPage;
}

const NO_BROWSER: FoundBrowser = { name: "chromium", path: "", kind: "stock" };

/** The test function of every spec here. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  found: [NO_BROWSER, { option: true, scope: "worker" }],
  preferences: [{}, { option: true, scope: "worker" }],
  lab: [
    // Playwright reads which fixtures are needed from the pattern, so an empty one must stand here.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const lab = await startLab();
      await use(lab);
      await lab.close();
    },
    { scope: "worker" },
  ],
  launchOptions: [
    async ({ found, lab, preferences }, use) => {
      await use(makeLaunchOptions(found, lab, preferences));
    },
    { scope: "worker" },
  ],
  webKitGtk: [
    async ({ found, lab }, use) => {
      const webKit = await startWebKitGtk(found.path, lab.proxyPort);
      await use(webKit);
      await webKit.close();
    },
    { scope: "worker" },
  ],
  freshLab: [
    async ({ lab }, use) => {
      lab.forget();
      await use(undefined);
    },
    { auto: true },
  ],
  consoleLines: async ({ page }, use) => {
    await use(recordConsole(page));
  },
  openPage: async ({ page }, use) => {
    await use(async (name, query) => {
      await page.goto(makePageAddress(name, query));
    });
  },
  webKitPage: async ({ webKitGtk }, use) => {
    const page = await webKitGtk.open();
    await use(page);
    await page.close();
  },
});
