import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { runAxe } from "../browser/harness/run-axe.ts";
import { beginSlowly, openPage, waitForOffer } from "./chromium-page.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { useChromium } from "./use-chromium.ts";

const used = useChromium();

/** Notes all that the popup tells from now on. */
const NOTE_NEWS = `window.told = [], new MutationObserver(() => {
  const { textContent } = document.querySelector("[data-part=news]");
  if (textContent !== told.at(-1)) told.push(textContent);
}).observe(document.querySelector("[data-part=news]"), { childList: true, characterData: true, subtree: true })`;

suite("the extension's popup in Chromium", () => {
  test("offers what the signed list offers", async () => {
    const popup = await used.browser.open("popup.html");
    await popup.locator("main[data-state=offer]").waitFor();
    await popup.getByRole("button", { name: "Open the download page" }).waitFor();
    assert.match(await popup.innerText("main"), /lab-os-1\.0\.img.*16\.8 MB.*signed by the project, and fresh/s);
    assert.deepEqual(await runAxe(popup), []);
  });

  test("shows how far a download has come, with each mirror, and then what is kept of it", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const popup = await used.browser.open("popup.html");
    await popup.locator("main[data-state=busy] .bars [data-shape=works]").first().waitFor();
    await popup.locator("[data-part=words]", { hasText: "%" }).waitFor();
    assert.match(
      await popup.innerText("main"),
      /Downloading .lab-os-1\.0\.img.*%.*MB\/s.*seconds?.? left.*\.example.*MB.*works/s,
    );
    await popup.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0.2);
    assert.deepEqual(await runAxe(popup), []);
    await page.locator("[data-part=pause]").click();
    await popup.getByText("Paused. It goes on").waitFor();
    for (const view of [page.locator("#offer .pace"), popup.locator(".pace")])
      assert.match(await view.innerText(), /^.\d+%.$/, "nothing goes on at a speed");
    await page.close();
    await popup.reload();
    await popup.getByText("is here from before").waitFor();
    used.lab.serve(goodMirrors());
    const again = await openPage(used.browser, "paused");
    await again.locator("#offer [data-part=cancel]").click();
    await waitForOffer(again, "cancelled");
  });

  test("pauses the download of an open page and lets it go on, as the page's own buttons do", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const popup = await used.browser.open("popup.html");
    await popup.getByRole("button", { name: "Pause" }).click();
    await waitForOffer(page, "paused");
    await popup.getByText("Paused. It goes on").waitFor();
    assert.equal(await popup.getByRole("button", { name: "Pause" }).count(), 0);
    assert.deepEqual(await runAxe(popup), []);
    used.lab.serve(goodMirrors());
    await popup.getByRole("button", { name: "Go on" }).click();
    await waitForOffer(page, "done");
    await popup.getByText("every byte checked").waitFor();
    assert.equal(await popup.getByRole("button", { name: /Pause|Go on/ }).count(), 0);
  });

  test("keeps the rows of the mirrors that it shows, for who is reading one of them", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const popup = await used.browser.open("popup.html");
    const row = popup.locator(".bars li[data-shape=works]").first();
    const before = await row.locator("[data-part=bytes]").innerText();
    const element = await row.elementHandle();
    await popup.waitForFunction(
      (text) => document.querySelector(".bars [data-shape=works] [data-part=bytes]")?.textContent !== text,
      before,
    );
    assert.equal(await element.evaluate((shown) => shown.isConnected), true);
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
  });

  test("tells what became of the download that it showed, and later what is offered", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const popup = await used.browser.open("popup.html");
    await popup.locator("main[data-state=busy]").waitFor();
    await waitForOffer(page, "done");
    await popup.getByText("every byte checked").waitFor();
    assert.equal(await popup.innerText(".pace"), "", "nothing is left to be done");
    await popup.reload();
    await popup.locator("main[data-state=offer]").waitFor();
    used.lab.serve(goodMirrors());
    await page.close();
  });

  test("shows the download that runs, whatever another page of the extension waits for", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await openPage(used.browser, "paused");
    const popup = await used.browser.open("popup.html");
    await popup.locator("main[data-state=busy]").waitFor();
    await popup.evaluate(NOTE_NEWS);
    await waitForOffer(page, "done");
    await popup.getByText("every byte checked").waitFor();
    const told = await popup.evaluate<string[]>("told");
    assert.deepEqual(
      told.filter((news) => !/Downloading|Reading|Saving|every byte/.test(news)),
      [],
    );
  });
});
