import type { Page } from "playwright/test";
import { downloadFrom } from "./harness/download-page.ts";
import { readTargets } from "./harness/read-layout.ts";
import { runAxe } from "./harness/run-axe.ts";
import { DOWNLOAD, openSite, readServed, RETRY, SITE_PAGES } from "./harness/site-page.ts";
import { NARROW, SIZES, WIDE } from "./harness/screen-sizes.ts";
import { expect, test } from "./harness/test.ts";

/** What the Tab key comes by, in this order, before it reaches the list of mirrors. */
const STOPS = [".skip", ".brand", "nav a", DOWNLOAD, RETRY, ".retry a[href='#choose']", "button", "a.choose-mirror"];

/** The smallest target in CSS pixels, and the smallest of those that the page is there for. */
const LEAST_SIDE = 24;
const LEAST_MAIN_SIDE = 44;

/** Ends the way of the Tab key when it does not come to the list. */
const MOST_STOPS = 40;

interface Stop {
  /** The first of `STOPS` that fits. */
  readonly selector: string | undefined;
  readonly what: string;
  /** The width in CSS pixels of what shows the focus. */
  readonly outline: number;
}

function readStop(page: Page): Promise<Stop> {
  return page.evaluate((selectors) => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      selector: selectors.find((selector) => element.matches(selector)),
      what: `${element.localName} ${element.textContent.trim()}`,
      outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
    };
  }, STOPS);
}

/** Presses Tab until it comes to the list of mirrors. */
async function tabToList(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS && stops.at(-1)?.selector !== "a.choose-mirror") {
    await page.keyboard.press("Tab");
    stops.push(await readStop(page));
  }
  return stops;
}

for (const path of SITE_PAGES) {
  // What axe reads is the same in every engine, and over BiDi Firefox keeps to its light colours.
  test(`axe finds nothing on ${path} @chromium`, async ({ page }) => {
    await openSite(page, path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(
        colorScheme === "dark",
      );
      for (const size of [NARROW, WIDE]) {
        await page.setViewportSize(size);
        expect(await runAxe(page)).toEqual([]);
      }
    }
  });

  test(`${path} fits on a narrow screen, and its targets can be hit @chromium`, async ({ page }) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await openSite(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      const targets = await readTargets(page);
      const small = targets.filter(({ main, side }) => side < (main ? LEAST_MAIN_SIDE : LEAST_SIDE));
      expect(small).toEqual([]);
      expect(targets.length).toBeGreaterThan(0);
    }
  });
}

test("axe finds nothing after the visitor took another mirror", async ({ page }) => {
  await openSite(page);
  await downloadFrom(page, RETRY);
  await expect(page.getByRole("status").first()).not.toBeEmpty();
  expect(await runAxe(page)).toEqual([]);
});

test("the keyboard reaches everything, and the focus is seen", async ({ page }) => {
  await openSite(page);
  const stops = await tabToList(page);
  const found = stops.flatMap(({ selector }) => selector ?? []);
  expect([...new Set(found)]).toEqual(STOPS);
  expect(stops.filter(({ outline }) => outline === 0)).toEqual([]);
});

test("the keyboard skips to the content, and downloads", async ({ page }) => {
  await openSite(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(DOWNLOAD)).toBeFocused();
  const { download: host } = await readServed(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(new URL(download.url()).host).toBe(host);
});
