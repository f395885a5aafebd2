import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { Behaviour } from "../verify/download/behaviour.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import type { Mirrors } from "./lab-server.ts";
import { useFirefox } from "./use-firefox.ts";

const used = useFirefox({ "extensions.webextOptionalPermissionPrompts": false });

/** Gives mirrors that flip a byte in all but their first answer, slow enough for another one beside it. */
function flipLater(): Mirrors {
  const behave = (number: number): Behaviour => (number === 0 ? { kind: "serves" } : { kind: "flips", at: 0.5 });
  return Object.fromEntries(
    Object.entries(goodMirrors(4000)).map(([prefix, mirror]) => [prefix, { ...mirror, behave }]),
  );
}

/** In a page of the extension: begins another download of the address that is downloaded; Firefox has a "POST" not wait for the first. */
const DOWNLOAD_TOO = `chrome.downloads.search({ state: "in_progress" }).then(([{ url }]) =>
  chrome.downloads.download({ url: url.split("#")[0], filename: "too.img", method: "POST" }))`;

/** A promise in a page of the extension that is kept when the browser downloads nothing. */
const WAIT_FOR_DOWNLOADS = `new Promise((done) => {
  const look = () => chrome.downloads.search({ state: "in_progress" }).then(({ length }) => length === 0 && done(true));
  chrome.downloads.onChanged.addListener(look);
  look();
})`;

async function hashDownload(name: string): Promise<string> {
  return hashFile(await readFile(join(used.browser.downloads, name)));
}

suite("a download beside the one that is healed, in Firefox", () => {
  test("is left to itself, though it is of the same address", async () => {
    used.lab.serve(flipLater());
    await used.browser.open("page.html");
    await used.browser.waitFor("#offer[data-state=offer]");
    await used.browser.evaluate(`document.querySelector("input[value=stream]").click()`);
    await used.browser.click("#offer [data-part=download]");
    await used.browser.waitFor("#offer[data-state=writing] .bars [data-shape=works]");
    await used.browser.evaluate(DOWNLOAD_TOO);
    await used.browser.waitFor("#offer[data-state=done]");
    await used.browser.evaluate(WAIT_FOR_DOWNLOADS);
    assert.equal(await hashDownload("lab-os-1.0.img"), hashFile(used.lab.file.bytes));
    assert.notEqual(await hashDownload("too.img"), hashFile(used.lab.file.bytes), "it is as it came");
  });
});
