import type { Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const OFFER = "[data-extension]";

const PATH = "fairmirror-os/1.0/fairmirror-os-1.0.img";

/** Answers the page as the extension's script does, and keeps what is handed over; one that was turned off since takes nothing. */
async function standIn(page: Page, does: "take" | "nothing"): Promise<void> {
  await page.addInitScript((isTaken) => {
    document.addEventListener("fairmirror:extension-ask", () => {
      document.dispatchEvent(new CustomEvent("fairmirror:extension-here"));
    });
    document.addEventListener("fairmirror:extension-download", (event) => {
      document.documentElement.dataset["taken"] = (event as CustomEvent<string>).detail;
      if (isTaken) document.dispatchEvent(new CustomEvent("fairmirror:extension-taken"));
    });
  }, does === "take");
}

function readTaken(page: Page): Promise<unknown> {
  return page.evaluate(() => JSON.parse(document.documentElement.dataset["taken"] ?? "") as unknown);
}

function readKey(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (sessionStorage["fairmirror"] as string).split("\n")[0]);
}

test("offers nothing of the extension where there is none", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await expect(page.locator(OFFER)).toBeHidden();
});

test("hands the download over to the extension, with the key of the session", async ({ page }) => {
  await standIn(page, "take");
  await openSite(page);
  await page.locator(`${OFFER} button`).click();
  expect(await readTaken(page)).toEqual({ key: await readKey(page), path: PATH, tried: [] });
  expect(new URL(page.url()).host).toBe(SITE_HOST);
});

test("hands over which mirror was chosen, and which were tried", { tag: "@chromium" }, async ({ page }) => {
  await standIn(page, "take");
  await openSite(page);
  const visit = { choice: "https://one.example/", tried: ["https://two.example/"] };
  const lines = [await readKey(page), visit.choice, ...visit.tried];
  await page.evaluate((text) => (sessionStorage["fairmirror"] = text), lines.join("\n"));
  await page.locator(`${OFFER} button`).click();
  expect(await readTaken(page)).toEqual({ key: await readKey(page), path: PATH, ...visit });
});

test(
  "says so when the extension does not take it, and the link works as before",
  { tag: "@chromium" },
  async ({ page }) => {
    await standIn(page, "nothing");
    await openSite(page);
    await page.locator(`${OFFER} button`).click();
    await expect(page.locator(`${OFFER} [aria-live]`)).toHaveText(/did not take it.*The link above works as before/);
    await expect(page.locator("a.use-mirror-pool").first()).toBeVisible();
  },
);
