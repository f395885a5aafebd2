import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Page } from "playwright";
import { beginSlowly, checkFile, openPage, waitForOffer } from "./chromium-page.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { useChromium } from "./use-chromium.ts";

let files: SampleFiles;
const used = useChromium({
  prepare: async (lab) => {
    files = await writeSampleFiles(lab);
  },
});

/** Gives what the focus is on: the section, and the part of it. */
function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return `${element?.closest("section, main")?.id} ${element?.dataset["part"]}`;
  });
}

suite("the keyboard in the extension, in Chromium", () => {
  test("stays with the download when its buttons change", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await page.locator("[data-part=pause]").press("Enter");
    await waitForOffer(page, "paused");
    assert.equal(await readFocus(page), "offer resume");
    await page.keyboard.press("Enter");
    await waitForOffer(page, "running");
    assert.equal(await readFocus(page), "offer pause");
    await page.locator("#offer [data-part=cancel]").press("Enter");
    await waitForOffer(page, "cancelled");
    assert.equal(await readFocus(page), "offer download");
    used.lab.serve(goodMirrors());
    await page.keyboard.press("Enter");
    await waitForOffer(page, "done");
    // No button is left: the news has it.
    assert.equal(await readFocus(page), "offer news");
  });

  test("stays with the check of a file", async () => {
    const page = await openPage(used.browser, "offer");
    await checkFile(page, files.other, "other-file");
    await page.locator("[data-part=other]").press("Enter");
    await page.locator("#check[data-state=verified]").waitFor();
    assert.equal(await readFocus(page), "check news");
  });

  test("stays with the popup's buttons", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const popup = await used.browser.open("popup.html");
    await popup.getByRole("button", { name: "Pause" }).press("Enter");
    const goOn = popup.getByRole("button", { name: "Go on" });
    await goOn.waitFor();
    assert.equal(await goOn.evaluate((button) => button === document.activeElement), true);
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
  });
});
