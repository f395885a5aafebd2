import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assertDownloaded } from "./assert-downloaded.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { useFirefox } from "./use-firefox.ts";

const used = useFirefox({});

suite("the extension's popup in Firefox", () => {
  test("pauses the download of an open page and lets it go on", async () => {
    used.lab.serve(goodMirrors(1000));
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.waitFor("#offer[data-state=running] .bars [data-shape=works]");
    await used.browser.openBeside("popup.html");
    await used.browser.click("main[data-state=busy] [data-part=pause]:not([hidden])");
    const news = await used.browser.waitFor("main:has([data-part=resume]:not([hidden])) [data-part=news]");
    assert.match(news, /^Paused\./);
    used.lab.serve(goodMirrors());
    await used.browser.click("[data-part=resume]");
    await used.browser.waitUntil("document.querySelector('[data-part=news]').innerText.includes('every byte checked')");
    await used.browser.goBack();
    await used.browser.waitFor("#offer[data-state=done]");
    await assertDownloaded(used, "lab-os-1.0.img");
  });
});
