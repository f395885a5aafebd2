import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import type { ExtensionChromium } from "./chromium.ts";
import type { ExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";

/** Waits for a state of a page's offer, and gives what it says. */
export async function waitForOffer(page: Page, state: string): Promise<string> {
  const section = page.locator(`#offer[data-state=${state}]`);
  await section.waitFor();
  return section.innerText();
}

/** Opens the full page, with what stands behind the "#", and waits for a state of its offer. */
export async function openPage({ open }: ExtensionChromium, state: string, words = ""): Promise<Page> {
  const page = await open(`page.html${words}`);
  await waitForOffer(page, state);
  return page;
}

/** Begins a download that takes some seconds, and waits until a mirror has given something. */
export async function beginSlowly(browser: ExtensionChromium, lab: ExtensionLab): Promise<Page> {
  lab.serve(goodMirrors(1000));
  const page = await openPage(browser, "offer");
  await page.locator("[data-part=download]").click();
  await page.locator(".bars [data-shape=works]").first().waitFor();
  return page;
}

/** Chooses a file to check, and gives what is said of it. */
export async function checkFile(page: Page, file: string, state: string): Promise<string> {
  await page.locator("#check [data-part=picker]").setInputFiles(file);
  await page.locator(`#check[data-state=${state}]`).waitFor();
  return page.locator("#check [data-part=news]").innerText();
}

/** Chooses a way to get the file, and begins. */
export async function downloadBy(page: Page, way: string): Promise<void> {
  await page.locator("summary", { hasText: "How the file comes" }).click();
  await page.locator(`input[value=${way}]`).check();
  await page.locator("[data-part=download]").click();
}

/** Gives the SHA-256 of the newest download that the browser knows. */
export async function hashDownload(page: Page): Promise<string> {
  const [item] = await page.evaluate(() => chrome.downloads.search({ orderBy: ["-startTime"], limit: 1 }));
  assert.equal(item?.state, "complete");
  return hashFile(await readFile(item.filename));
}

/** Gives the words on each mirror, by its host, in the order in which they were asked. */
export async function readBars(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await page.locator(".bars li").all();
  const pairs = rows.map(
    async (row) =>
      [await row.locator("[data-part=host]").innerText(), await row.locator("[data-part=state]").innerText()] as const,
  );
  return new Map(await Promise.all(pairs));
}
