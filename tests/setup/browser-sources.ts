import type { BrowserName, FoundBrowser } from "./browser.ts";

/** Where a browser may come from. */
export interface BrowserSources {
  /** The environment variable that names the program outright. */
  readonly variable: string;
  /** How the ones that are not Playwright's are talked to. */
  readonly kind: FoundBrowser["kind"];
  /** Names on the PATH, best first. */
  readonly programs: readonly string[];
  /** Programs that must be on the PATH beside it. */
  readonly companions: readonly string[];
  /** The packages that bring a build which takes a third of the time, by distribution. */
  readonly quickPackages?: Readonly<Record<string, readonly string[]>>;
  /** Where macOS keeps it. */
  readonly applications: readonly string[];
  /** The packages that bring it, by distribution. Ubuntu's chromium and firefox are snaps, which cannot be started here. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

const GTK_PACKAGES = ["webkit2gtk-driver", "xvfb"];

/** The places to look in, for each browser. */
export const BROWSER_SOURCES: Readonly<Record<BrowserName, BrowserSources>> = {
  chromium: {
    variable: "FAIRMIRROR_CHROMIUM",
    kind: "stock",
    programs: ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    companions: [],
    applications: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    quickPackages: { debian: ["chromium-headless-shell"] },
    packages: { debian: ["chromium-headless-shell"] },
  },
  firefox: {
    variable: "FAIRMIRROR_FIREFOX",
    kind: "stock",
    programs: ["firefox-esr", "firefox"],
    companions: [],
    applications: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: { debian: ["firefox-esr"] },
  },
  webkit: {
    variable: "FAIRMIRROR_WEBKIT",
    kind: "gtk",
    programs: ["WebKitWebDriver"],
    companions: ["Xvfb"],
    applications: [],
    packages: { debian: GTK_PACKAGES, ubuntu: GTK_PACKAGES },
  },
};
