import type { Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { downloadFrom, rootOf } from "./harness/download-page.ts";
import { readPlaces, readShifts, readTargets } from "./harness/read-layout.ts";
import { runAxe } from "./harness/run-axe.ts";
import { DOWNLOAD, openSite, readServed, RETRY, SITE_PAGES } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const NARROW = { width: 320, height: 640 };
const MIDDLE = { width: 768, height: 800 };
const WIDE = { width: 1280, height: 800 };
const SIZES = [NARROW, MIDDLE, WIDE];

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

/** Leaves out the line that tells what is new. */
function withoutNews(places: readonly string[]): string[] {
  return places.filter((line) => !/^p (:|Another|This mirror|Your choice|Every|From the)/.test(line));
}

for (const path of SITE_PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    // Over BiDi, Firefox keeps to its light colours.
    const details = colorScheme === "dark" ? { tag: "@chromium" } : {};
    test(`axe finds nothing on ${path} in ${colorScheme} colours`, details, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const size of [NARROW, WIDE]) {
        await page.setViewportSize(size);
        await openSite(page, path);
        expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(
          colorScheme === "dark",
        );
        expect(await runAxe(page)).toEqual([]);
      }
    });
  }

  test(`${path} fits on a narrow screen, and its targets can be hit`, async ({ page }) => {
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
  await expect(page.getByRole("status")).not.toBeEmpty();
  expect(await runAxe(page)).toEqual([]);
});

for (const size of SIZES) {
  test(`everything stands where it stood without the script, ${size.width} px wide`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(`https://${SITE_HOST}/`);
    const written = await readPlaces(page);
    await page.unroute("**/*.js");
    await openSite(page);
    expect(await readPlaces(page)).toEqual(written);
    const before = await readPlaces(page);
    for (const selector of [RETRY, "a.choose-mirror[href^='https:'] >> nth=-1"]) {
      await downloadFrom(page, selector);
      await expect(page.getByRole("status")).not.toBeEmpty();
      // The news itself is what came; everything else stands where it stood.
      expect(withoutNews(await readPlaces(page))).toEqual(withoutNews(before));
      await page.evaluate(() => document.querySelector("[role=status]")?.replaceChildren());
    }
  });

  test(`the longest news fits into its place, ${size.width} px wide`, async ({ page }) => {
    await page.setViewportSize(size);
    await openSite(page);
    const before = withoutNews(await readPlaces(page));
    for (const name of ["retried", "dead", "chosen", "tried", "anew"]) {
      await page.evaluate((sentence) => {
        const news = document.querySelector<HTMLElement>("[role=status]");
        const hosts = [...document.querySelectorAll(".mirrors [data-share*='%'] a")].map((link) => link.textContent);
        const [longest = ""] = hosts.sort((one, other) => other.length - one.length);
        if (news) news.textContent = news.dataset[sentence]?.replace("{host}", longest) ?? "";
      }, name);
      expect(withoutNews(await readPlaces(page))).toEqual(before);
    }
  });

  test(`nothing on the status page moves when its script runs, ${size.width} px wide`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.route("**/*.js", (route) => route.abort());
    await openSite(page, "/status/");
    const written = await readPlaces(page, "h1, h2, p, td, tbody th, dl, footer");
    await page.unroute("**/*.js");
    await openSite(page, "/status/");
    await expect(page.locator("select")).toBeVisible();
    expect(await readPlaces(page, "h1, h2, p, td, tbody th, dl, footer")).toEqual(written);
  });
}

test("the whole status fits on a printed page", { tag: "@chromium" }, async ({ page }) => {
  // A4 less margins of 1 cm.
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.emulateMedia({ media: "print" });
  await openSite(page, "/status/");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
  await expect(page.locator("select")).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "Share now" })).toBeVisible();
});

test("nothing moves before the visitor's eyes when the script runs", { tag: "@chromium" }, async ({ page }) => {
  let runScripts = (): void => undefined;
  const painted = new Promise<void>((resolve) => (runScripts = resolve));
  await page.route("**/*.js", (route) => painted.then(() => route.continue()));
  await page.goto(`https://${SITE_HOST}/`, { waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("paint").length)).toBeGreaterThan(0);
  await expect(page.locator("h1")).toBeVisible();
  runScripts();
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  expect(await readShifts(page)).toEqual([]);
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
