import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Page } from "playwright";
import { downloadBy, openPage, waitForOffer } from "./chromium-page.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { LIST_CHECKED } from "./list-checked.ts";
import { useChromium } from "./use-chromium.ts";

/** No one picks a place here, so the page picks one in its own storage: the same kind of handle. */
const PICK_IN_STORAGE = `window.showSaveFilePicker = async () =>
  (await navigator.storage.getDirectory()).getFileHandle("picked", { create: true })`;

const NOTICE = "#offer [data-part=notice]";

const HASH_PICKED = `(async () => {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle("picked")).getFile();
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  await folder.removeEntry("picked");
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
})()`;

/** Lets a page find no file at its places for so many times, as when it was removed. */
function failToRead(times: number): void {
  const { prototype } = FileSystemFileHandle;
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { getFile } = prototype;
  let left = times;
  prototype.getFile = function (): Promise<File> {
    left -= 1;
    return left < 0 ? getFile.call(this) : Promise.reject(new DOMException("it is gone", "NotFoundError"));
  };
}

const used = useChromium();

/** Begins a download of some seconds to a picked place, and waits until a mirror has given something. */
async function beginSlowlyAtPlace(): Promise<Page> {
  used.lab.serve(goodMirrors(1000));
  const page = await openPage(used.browser, "offer");
  await page.evaluate(PICK_IN_STORAGE);
  await downloadBy(page, "file");
  await page.locator(".bars [data-shape=works]").first().waitFor();
  return page;
}

suite("a download to a picked place, in Chromium", () => {
  test("writes straight to a place that was picked, and only the whole file", async () => {
    used.lab.serve(goodMirrors());
    const page = await openPage(used.browser, "offer");
    await page.evaluate(PICK_IN_STORAGE);
    await downloadBy(page, "file");
    assert.match(await waitForOffer(page, "done"), /picked. is where you put it, every byte checked/);
    assert.equal(await page.evaluate(HASH_PICKED), hashFile(used.lab.file.bytes));
  });

  test("leaves nothing at a picked place when it is cancelled while the file is read once more", async () => {
    const page = await openPage(used.browser, "offer");
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

  test("goes on where the picked place can't be looked at when it begins", async () => {
    used.lab.serve(goodMirrors());
    const page = await openPage(used.browser, "offer");
    await page.evaluate(PICK_IN_STORAGE);
    await page.evaluate(failToRead, 1);
    await downloadBy(page, "file");
    await waitForOffer(page, "done");
    assert.equal(await page.evaluate(HASH_PICKED), hashFile(used.lab.file.bytes));
  });

  test("is cancelled also where its user has removed the empty file meanwhile", async () => {
    const page = await beginSlowlyAtPlace();
    await page.evaluate(failToRead, Infinity);
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
  });

  test("tells of the empty file that is left at a picked place when the page is closed on the way", async () => {
    const page = await beginSlowlyAtPlace();
    const beside = await openPage(used.browser, "offer");
    assert.equal(await beside.innerText(NOTICE), "", "it is under way");
    await page.close();
    await beside.reload();
    await beside.getByText(/download to .picked. broke off.*empty file of that name may be left/).waitFor();
    await beside.reload();
    await waitForOffer(beside, "offer");
    assert.equal(await beside.innerText(NOTICE), "", "it is told once");
  });
});
