import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import type { ExtensionChromium } from "./chromium.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { useChromium } from "./use-chromium.ts";

const used = useChromium();

/** Does as a user does who opens the extension's details and lets it read and change data on specific sites only. */
async function allowOnly({ context, origin }: ExtensionChromium, sites: readonly string[]): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  const id = JSON.stringify(new URL(origin).host);
  await page.evaluate(`(async () => {
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, hostAccess: "ON_SPECIFIC_SITES" });
    for (const site of ${JSON.stringify(sites)}) await chrome.developerPrivate.addHostPermission(${id}, site);
  })()`);
  await page.close();
}

suite("an extension from which its user withholds sites, in Chromium", () => {
  test("downloads from the mirrors that are left, and says that there are more", async () => {
    await allowOnly(used.browser, ["https://site.example/*", "https://two.example/*"]);
    used.lab.serve(goodMirrors());
    used.lab.forget();
    const page = await openPage(used.browser, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /may ask .1. of the .3. mirrors/);
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.deepEqual([...(await readBars(page)).keys()], ["two.example"]);
    assert.ok(used.lab.askings.every(({ host }) => host === "two.example"));
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
  });
});
