import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { runAxe } from "../browser/harness/run-axe.ts";
import { FIVE_MIRRORS } from "../verify/download/five-mirrors.ts";
import { makeSampleFile } from "../verify/download/sample-file.ts";
import { askedPieces } from "./asked-pieces.ts";
import { beginSlowly, downloadBy, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { renderWords } from "./hand-over.ts";
import { hashFile } from "./hash-file.ts";
import { KEY_OF_FIVE } from "./key-of-five.ts";
import { LIST_CHECKED } from "./list-checked.ts";
import { MOST_WASTED, readWasted } from "./read-wasted.ts";
import { OFFERED, publishRelease } from "./signed-release.ts";

/** No one picks a place here, so the page picks one in its own storage: the same kind of handle. */
const PICK_IN_STORAGE = `window.showSaveFilePicker = async () =>
  (await navigator.storage.getDirectory()).getFileHandle("picked", { create: true })`;

const HASH_PICKED = `(async () => {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle("picked")).getFile();
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  await folder.removeEntry("picked");
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
})()`;

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

suite("the extension's downloads in Chromium", () => {
  test("gets the file whole from mirrors of which one is dead, one stalls, one lies, one gives no parts, one is slow", async () => {
    lab.serve(FIVE_MIRRORS);
    const page = await openPage(browser, "done", renderWords({ key: KEY_OF_FIVE, path: OFFERED }));
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
    const bars = await readBars(page);
    assert.equal(bars.get("flips.example"), "sent wrong bytes, dropped");
    // The liar's piece, and little else.
    const wasted = readWasted(await page.innerText("[data-part=wasted]"));
    assert.ok(wasted > 0 && wasted < MOST_WASTED, String(wasted));
    assert.deepEqual(await runAxe(page), []);
    assert.equal(await page.evaluate(LIST_CHECKED), undefined);
    lab.forget();
    await page.reload();
    await waitForOffer(page, "offer");
    assert.deepEqual(lab.askings, [], "a page that is loaded again begins nothing");
  });

  test("writes straight to a place that was picked, and only the whole file", async () => {
    lab.serve(goodMirrors());
    const page = await openPage(browser, "offer");
    await page.evaluate(PICK_IN_STORAGE);
    await downloadBy(page, "file");
    assert.match(await waitForOffer(page, "done"), /is where you put it, every byte checked/);
    assert.equal(await page.evaluate(HASH_PICKED), hashFile(lab.file.bytes));
  });

  for (const [room, first, words] of [
    [20e6, "file", /no room for two copies of the file here: about .20 MB. are free/],
    [10e6, "file", /Only about .10 MB. seem to be free on the disk/],
  ] as const)
    test(`tells before it begins where ${room / 1e6} MB are free`, async () => {
      const page = await openPage(browser, "offer");
      const tools = await browser.context.newCDPSession(page);
      await tools.send("Storage.overrideQuotaForOrigin", { origin: browser.origin, quotaSize: room });
      await page.reload();
      await waitForOffer(page, "offer");
      assert.match(await page.innerText("[data-part=hint]"), words);
      assert.equal(await page.locator("input[name=way]:checked").inputValue(), first);
      // What was set would hold for the tests after this one.
      await tools.send("Storage.overrideQuotaForOrigin", { origin: browser.origin });
    });

  test("leaves nothing at a picked place when it is cancelled while the file is read once more", async () => {
    const page = await openPage(browser, "offer");
    await page.evaluate(PICK_IN_STORAGE);
    // The worker that reads never answers.
    await page.evaluate(`const Own = Worker; window.Worker = function (url) {
      return String(url).includes("check") ? { addEventListener() {}, postMessage() {}, terminate() {} } : new Own(url);
    }`);
    await downloadBy(page, "file");
    await waitForOffer(page, "checking");
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
    assert.equal(await page.evaluate(LIST_CHECKED), undefined);
  });

  test("leaves the download to the browser, and asks for the check, where that was chosen", async () => {
    const page = await openPage(browser, "offer");
    await downloadBy(page, "browser");
    await page.getByText("is there. Now check it").waitFor();
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
  });

  test("leaves nothing behind when it is cancelled", async () => {
    const page = await beginSlowly(browser, lab);
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
    assert.equal(await page.evaluate(LIST_CHECKED), undefined);
    assert.deepEqual(await page.evaluate(() => chrome.storage.local.get("download")), {});
  });

  test("pauses, and goes on after the browser was killed without asking again for a piece that is there", async () => {
    const page = await beginSlowly(browser, lab);
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    await page.locator("[data-part=resume]").click();
    await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0.4);
    await browser.kill();
    browser = await startChromium(lab);
    const again = await openPage(browser, "paused");
    const checked = await again.evaluate<number[]>(LIST_CHECKED);
    assert.ok(checked.length > 50, String(checked.length));
    lab.forget();
    lab.serve(goodMirrors());
    await again.locator("[data-part=resume]").click();
    await waitForOffer(again, "done");
    const asked = askedPieces(lab);
    assert.deepEqual(
      checked.filter((piece) => asked.has(piece)),
      [],
    );
    assert.equal(await hashDownload(again), hashFile(lab.file.bytes));
  });

  test("drops what is here of a file that is not offered any more", async () => {
    const page = await beginSlowly(browser, lab);
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    const other = makeSampleFile(2 ** 20, 2 ** 17, 2);
    const files = publishRelease(other, lab.secretKey, "2026-11-02T00:00:00Z");
    for (const [path, content] of files) lab.site.set(path, content);
    const again = await openPage(browser, "offer");
    assert.equal(await again.evaluate(LIST_CHECKED), undefined);
  });
});
