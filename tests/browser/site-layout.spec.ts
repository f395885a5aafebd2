import { SITE_HOST } from "../servers/hosts.ts";
import { downloadFrom, rootOf } from "./harness/download-page.ts";
import { readPlaces, readShifts } from "./harness/read-layout.ts";
import { NARROW, SIZES } from "./harness/screen-sizes.ts";
import { openSite, RETRY } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

/** Leaves out the line that tells what is new. */
function withoutNews(places: readonly string[]): string[] {
  return places.filter((line) => !/^p (:|Another|This mirror|Your choice|Every|From the)/.test(line));
}

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
      await expect(page.getByRole("status").first()).not.toBeEmpty();
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

test("no command in the tables for sysadmins is broken into two lines, on a phone either", async ({ page }) => {
  await page.setViewportSize(NARROW);
  await openSite(page, "/fallback/");
  const lines = await page
    .locator(".engines code")
    .evaluateAll((codes) => codes.map((code) => `${code.getClientRects().length} ${code.textContent}`));
  expect(lines).toContain("1 dns --push");
  expect(lines.filter((line) => !line.startsWith("1 "))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
});

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
