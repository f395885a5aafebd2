import assert from "node:assert/strict";
import { after, afterEach, before, suite, test } from "node:test";
import type { Page } from "playwright";
import { runAxe } from "../browser/harness/run-axe.ts";
import { beginSlowly, downloadBy, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { answerPrompt, NATIVE_WINDOWS } from "./chromium-prompt.ts";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { LIST_CHECKED } from "./list-checked.ts";

let lab: ExtensionLab;
let browser: ExtensionChromium;

before(async () => {
  lab = await startExtensionLab(goodMirrors(), { grantedHosts: [] });
  browser = await startChromium(lab, NATIVE_WINDOWS);
});

after(async () => {
  await browser.close();
  await lab.close();
});

const MIRRORS = ["https://one.example/*", "https://two.example/*", "https://three.example/*"];

function revoke(page: Page, origins: readonly string[]): Promise<boolean> {
  return page.evaluate((all) => chrome.permissions.remove({ origins: [...all] }), origins);
}

afterEach(async () => {
  lab.serve(goodMirrors());
  for (const page of browser.context.pages().slice(1)) await page.close();
});

suite("the permission to ask mirrors, in Chromium", () => {
  test("is asked for in words, and where it is refused the browser itself downloads", async () => {
    const page = await openPage(browser, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /must be allowed to ask them/);
    assert.deepEqual(await runAxe(page), []);
    lab.forget();
    await answerPrompt(page, lab, "refuse", () => page.locator("[data-part=download]").click());
    await page.getByText("is there. Now check it").waitFor();
    assert.match(await page.innerText("[data-part=hint]"), /Without that permission the browser itself downloads/);
    assert.equal(lab.askings.length, 1);
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
    assert.equal(await page.innerText("[data-part=download]"), "Download", "it is not asked for again");
  });

  test("is not asked for where the browser itself is to download", async () => {
    const page = await openPage(browser, "offer");
    await downloadBy(page, "browser");
    await page.getByText("is there. Now check it").waitFor();
    assert.ok(await page.locator("[data-part=allow]").isHidden());
  });

  test("once given is enough, also when the pool gains a mirror, which may be asked for then", async () => {
    const page = await openPage(browser, "offer");
    await answerPrompt(page, lab, "allow", () => page.locator("[data-part=download]").click());
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
    const [mirror] = Object.values(goodMirrors());
    assert.ok(mirror);
    lab.serve({ ...goodMirrors(1000), "https://new.example/": { ...mirror, rate: 1000 } });
    await page.reload();
    await waitForOffer(page, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /may ask .3. of the .4. mirrors/);
    await page.locator("[data-part=download]").click();
    await page.locator(".bars [data-shape=works]").first().waitFor();
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    await page.reload();
    assert.match(await waitForOffer(page, "paused"), /Go on/);
    await answerPrompt(page, lab, "allow", () => page.locator("[data-part=allow-more]").click());
    await page.locator("[data-part=allow]").waitFor({ state: "hidden" });
    lab.serve(goodMirrors());
    await page.locator("[data-part=resume]").click();
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
  });

  test("taken back for some mirrors on the way leaves the others, and the download goes on", async () => {
    const page = await openPage(browser, "offer");
    await revoke(page, ["https://one.example/*"]);
    lab.forget();
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.ok(lab.askings.length > 0);
    assert.ok(!lab.askings.some(({ host }) => host === "one.example"));
    assert.ok(!(await readBars(page)).has("one.example"));
  });

  test("taken back for all of them stops it in words, keeps what is here, and leads to the browser's own download", async () => {
    const page = await beginSlowly(browser, lab);
    await revoke(page, MIRRORS);
    assert.match(await waitForOffer(page, "paused"), /permission to ask the mirrors was taken back/);
    assert.match(await page.innerText("[data-part=allow]"), /must be allowed to ask them/);
    assert.ok((await page.evaluate<number[]>(LIST_CHECKED)).length > 0);
    lab.serve(goodMirrors());
    await page.locator("[data-part=resume]").click();
    await waitForOffer(page, "done");
  });
});
