import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright";
import { openPage, waitForOffer } from "./chromium-page.ts";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { SITE } from "./project.ts";

let lab: ExtensionLab;
let browser: ExtensionChromium;

before(async () => {
  lab = await startExtensionLab(goodMirrors());
  browser = await startChromium(lab);
});

after(async () => {
  await browser.close();
  await lab.close();
});

/** Gives how a page sees that the site's pool may be stored. */
function readCacheControl(page: Page): Promise<string | null> {
  return page.evaluate(async (url) => (await fetch(url)).headers.get("cache-control"), `${SITE}/mirrors.json`);
}

suite("what Chromium buffers", () => {
  test("is nothing of what the extension fetches, and no answer to a page is changed", async () => {
    const page = await openPage(browser, "offer");
    const site = await browser.open(`${SITE}/`);
    const before = await readCacheControl(site);
    assert.notEqual(before, "no-store");
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.equal(await readCacheControl(page), "no-store");
    assert.equal(await readCacheControl(site), before);
  });
});
