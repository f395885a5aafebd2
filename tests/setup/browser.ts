/** The engines that the pages are tried in. */
export const BROWSER_NAMES = ["chromium", "firefox", "webkit"] as const;

/** One of the engines. */
export type BrowserName = (typeof BROWSER_NAMES)[number];

/** A browser that the tests can start. */
export interface FoundBrowser {
  readonly name: BrowserName;
  /** The program to start: the browser, or for "gtk" the WebDriver of WebKitGTK. */
  readonly path: string;
  /** How to talk to it: as a build of Playwright's own, as the browser that everybody has, or by WebDriver. */
  readonly kind: "playwright" | "stock" | "gtk";
}
