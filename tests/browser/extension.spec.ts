import type { Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const OFFER = "[data-extension]";

/** Answers the page as the extension's script does, and keeps what is handed over. */
async function standIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("fairmirror:extension-ask", () => {
      document.dispatchEvent(new CustomEvent("fairmirror:extension-here"));
    });
    document.addEventListener("fairmirror:extension-download", (event) => {
      document.documentElement.dataset["taken"] = (event as CustomEvent<string>).detail;
    });
  });
}

test("offers nothing of the extension where there is none", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await expect(page.locator(OFFER)).toBeHidden();
});

test("hands the download over to the extension, with the key of the session", async ({ page }) => {
  await standIn(page);
  await openSite(page);
  await page.locator(`${OFFER} button`).click();
  const taken = JSON.parse((await page.locator("html").getAttribute("data-taken")) ?? "") as unknown;
  const key = await page.evaluate(() => (sessionStorage["fairmirror"] as string).split("\n")[0]);
  expect(taken).toEqual({ key, path: "fairmirror-os/1.0/fairmirror-os-1.0.img" });
  expect(new URL(page.url()).host).toBe(SITE_HOST);
});
