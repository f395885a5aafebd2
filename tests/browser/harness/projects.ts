import type { PlaywrightTestOptions, PlaywrightWorkerOptions, Project } from "playwright/test";
import type { BrowserName, FoundBrowser } from "../../setup/browser.ts";
import type { TestFixtures, WorkerFixtures } from "./test.ts";

type TestProject = Project<PlaywrightTestOptions & TestFixtures, PlaywrightWorkerOptions & WorkerFixtures>;

const NO_SCRIPT_SPECS = "**/*.nojs.spec.ts";
const GTK_SPECS = "**/*.webkit.spec.ts";

/** Tests of what only Chromium can be made to do, such as to distrust one certificate of two. */
const CHROMIUM_ONLY = /@chromium/;

function listChromium(found: FoundBrowser): TestProject[] {
  const use = { browserName: "chromium", found } as const;
  return [
    { name: "chromium", use, testIgnore: [NO_SCRIPT_SPECS, GTK_SPECS] },
    { name: "chromium-nojs", use: { ...use, javaScriptEnabled: false }, testMatch: NO_SCRIPT_SPECS },
  ];
}

function listFirefox(found: FoundBrowser): TestProject[] {
  // Over BiDi, Playwright drives the Firefox that people have; over its own protocol, only its own build.
  const channel = found.kind === "stock" ? { channel: "moz-firefox" } : {};
  const use = { browserName: "firefox", found, ignoreHTTPSErrors: true, ...channel } as const;
  // Over BiDi the option javaScriptEnabled is ignored without a word.
  const preferences = { "javascript.enabled": false };
  return [
    { name: "firefox", use, testIgnore: [NO_SCRIPT_SPECS, GTK_SPECS], grepInvert: CHROMIUM_ONLY },
    { name: "firefox-nojs", use: { ...use, preferences }, testMatch: NO_SCRIPT_SPECS, grepInvert: CHROMIUM_ONLY },
  ];
}

function listWebKit(found: FoundBrowser): TestProject[] {
  if (found.kind === "gtk") return [{ name: "webkit", use: { found }, testMatch: GTK_SPECS }];
  const use = { browserName: "webkit", found, ignoreHTTPSErrors: true } as const;
  return [{ name: "webkit", use, testIgnore: [NO_SCRIPT_SPECS, GTK_SPECS], grepInvert: CHROMIUM_ONLY }];
}

const LISTS: Readonly<Record<BrowserName, (found: FoundBrowser) => TestProject[]>> = {
  chromium: listChromium,
  firefox: listFirefox,
  webkit: listWebKit,
};

/** Lists the projects that the browsers which were found make possible. */
export function listProjects(browsers: readonly FoundBrowser[]): TestProject[] {
  return browsers.flatMap((found) => LISTS[found.name](found));
}
