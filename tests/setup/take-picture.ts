/** `npm run picture`: takes README's picture of the built download page anew. */
import { chromium } from "playwright";
import { makeLaunchOptions } from "../browser/harness/launch-options.ts";
import { SITE_HOST } from "../servers/hosts.ts";
import { startLab } from "../servers/lab.ts";
import { findBrowsers } from "./find-browsers.ts";

const PICTURE = ".github/download-page.png";

const { browsers, problems } = findBrowsers({ install: true, tell: console.log });
const found = browsers.find(({ name }) => name === "chromium");
if (!found) throw new Error(problems.join("\n"));
const lab = await startLab();
const browser = await chromium.launch(makeLaunchOptions(found, lab, {}));
const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: "light" });
await page.addInitScript(() => {
  // The same key, the same mirror: a new picture differs only where the page does.
  sessionStorage["fairmirror"] = "README";
});
await page.goto(`https://${SITE_HOST}/`);
await page.locator("html[data-mirror-state=ready]").waitFor();
await page.screenshot({ path: PICTURE });
await browser.close();
await lab.close();
console.log(`wrote ${PICTURE}`);
