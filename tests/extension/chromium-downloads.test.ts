import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { runAxe } from "../browser/harness/run-axe.ts";
import { FIVE_MIRRORS } from "../verify/download/five-mirrors.ts";
import { makeSampleFile } from "../verify/download/sample-file.ts";
import { askedPieces } from "./asked-pieces.ts";
import { CHECKED_NOW, type CheckedNow, isNoted } from "./checked-now.ts";
import { beginSlowly, downloadBy, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { renderWords } from "./hand-over.ts";
import { hashFile } from "./hash-file.ts";
import { KEY_OF_FIVE } from "./key-of-five.ts";
import { LIST_CHECKED } from "./list-checked.ts";
import { startChromium } from "./chromium.ts";
import { MOST_WASTED, readWasted } from "./read-wasted.ts";
import { OFFERED, publishRelease } from "./signed-release.ts";
import { useChromium } from "./use-chromium.ts";

const used = useChromium();

suite("the extension's downloads in Chromium", () => {
  test("gets the file whole from mirrors of which one is dead, one stalls, one lies, one gives no parts, one is slow", async () => {
    used.lab.serve(FIVE_MIRRORS);
    const page = await openPage(used.browser, "done", renderWords({ key: KEY_OF_FIVE, path: OFFERED }));
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
    const bars = await readBars(page);
    assert.equal(bars.get("flips.example"), "sent wrong bytes, dropped");
    // The liar's piece, and little else.
    const wasted = readWasted(await page.innerText("[data-part=wasted]"));
    assert.ok(wasted > 0 && wasted < MOST_WASTED, String(wasted));
    assert.deepEqual(await runAxe(page), []);
    assert.equal(await page.evaluate(LIST_CHECKED), undefined);
    used.lab.forget();
    await page.reload();
    await waitForOffer(page, "offer");
    assert.deepEqual(used.lab.askings, [], "a page that is loaded again begins nothing");
  });

  for (const [room, first, words] of [
    [20e6, "file", /no room for two copies of the file here: about .20 MB. are free/],
    [10e6, "file", /Only about .10 MB. seem to be free on the disk/],
  ] as const)
    test(`tells before it begins where ${room / 1e6} MB are free`, async () => {
      const page = await openPage(used.browser, "offer");
      const tools = await used.browser.context.newCDPSession(page);
      await tools.send("Storage.overrideQuotaForOrigin", { origin: used.browser.origin, quotaSize: room });
      await page.reload();
      await waitForOffer(page, "offer");
      assert.match(await page.innerText("[data-part=hint]"), words);
      assert.equal(await page.locator("input[name=way]:checked").inputValue(), first);
      // What was set would hold for the tests after this one.
      await tools.send("Storage.overrideQuotaForOrigin", { origin: used.browser.origin });
    });

  test("promises what the chosen way keeps", async () => {
    const page = await openPage(used.browser, "offer");
    const lead = page.getByText(/several mirrors at once\. Every piece is checked/);
    await lead.waitFor();
    await page.locator("summary", { hasText: "How the file comes" }).click();
    await page.locator("input[value=browser]").check();
    await lead.waitFor({ state: "hidden" });
    await page.locator("input[value=storage]").check();
    await lead.waitFor();
  });

  test("leaves the download to the browser, and asks for the check, where that was chosen", async () => {
    const page = await openPage(used.browser, "offer");
    await downloadBy(page, "browser");
    await page.getByText("is there. Now check it").waitFor();
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
  });

  test("leaves nothing behind when it is cancelled", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
    assert.equal(await page.evaluate(LIST_CHECKED), undefined);
    assert.deepEqual(await page.evaluate(() => chrome.storage.local.get("download")), {});
  });

  test("pauses, and goes on after the browser was killed without asking again for a piece that is there", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    await page.locator("[data-part=resume]").click();
    await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0.4);
    const before = await page.evaluate<CheckedNow>(CHECKED_NOW);
    assert.ok(before.shown > 0.4 && isNoted(before, used.lab.file.list), JSON.stringify(before));
    await used.browser.kill();
    used.browser = await startChromium(used.lab);
    const again = await openPage(used.browser, "paused");
    const kept = await again.evaluate<number[]>(LIST_CHECKED);
    used.lab.forget();
    used.lab.serve(goodMirrors());
    await again.locator("[data-part=resume]").click();
    await waitForOffer(again, "done");
    const asked = askedPieces(used.lab);
    assert.deepEqual(
      [...before.noted, ...kept].filter((piece) => asked.has(piece)),
      [],
    );
    assert.equal(await hashDownload(again), hashFile(used.lab.file.bytes));
  });

  test("drops what is here of a file that is not offered any more", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    const other = makeSampleFile(2 ** 20, 2 ** 17, 2);
    const files = publishRelease(other, used.lab.secretKey, "2026-11-02T00:00:00Z");
    for (const [path, content] of files) used.lab.site.set(path, content);
    const again = await openPage(used.browser, "offer");
    assert.equal(await again.evaluate(LIST_CHECKED), undefined);
  });
});
