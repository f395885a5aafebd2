import type { Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { downloadFrom, rootOf } from "./harness/download-page.ts";
import { DOWNLOAD, expectServed, openSite, readServed, RETRY } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

test("moves everything to another mirror when the visitor asks for one, and says so", async ({ page }) => {
  await openSite(page);
  const { download: first } = await readServed(page);
  const next = await downloadFrom(page, RETRY);
  await expect(page.locator(DOWNLOAD)).toHaveAttribute("href", next.url());
  const { host } = new URL(next.url());
  expect(host).not.toBe(first);
  expect((await expectServed(page, host)).tried).toEqual([`${first} – tried`]);
  await expect(page.getByRole("status").first()).toHaveText(
    `Another mirror: ${host}. The download button goes there too now.`,
  );
});

test("keeps the mirror that the visitor chooses by hand, and says that it was chosen, over reloads too", async ({
  page,
}) => {
  await openSite(page);
  const { download: drawn } = await readServed(page);
  const other = page.locator("a.choose-mirror[href^='https:']").filter({ hasNotText: drawn }).last();
  const host = await other.innerText();
  const [chosen] = await Promise.all([page.waitForEvent("download"), other.click()]);
  expect(new URL(chosen.url()).host).toBe(host);
  await expect(page.locator(DOWNLOAD)).toHaveAttribute("href", chosen.url());
  await expectServed(page, host, "chosen");
  await expect(page.getByRole("status").first()).toHaveText(
    `Your choice: ${host}. The download button goes there too now.`,
  );
  for (const path of ["/status/", "/"]) await page.goto(`https://${SITE_HOST}${path}`);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  await expectServed(page, host, "chosen");
  await expect(page.getByRole("status").first()).toBeEmpty();
});

test("says that it was chosen where the visitor chooses the mirror that was drawn anyway", async ({ page }) => {
  await openSite(page);
  const { download: drawn } = await readServed(page);
  await downloadFrom(page, `.mirrors [data-mirror*='//${drawn}/']`);
  await expect(page.getByRole("status").first()).toHaveText(
    `Your choice: ${drawn}. The download button goes there too now.`,
  );
  await expectServed(page, drawn, "chosen");
});

/** Turns away from every mirror; gives the first one's host, and how many there were. */
async function tryAll(page: Page): Promise<{ first: string; count: number }> {
  await openSite(page);
  const { download: first } = await readServed(page);
  const count = await page.locator("tr[data-share*='%']").count();
  for (let left = count; left > 0; left--) {
    const before = await page.locator(DOWNLOAD).getAttribute("href");
    await downloadFrom(page, RETRY);
    await expect(page.locator(DOWNLOAD)).not.toHaveAttribute("href", before ?? "");
  }
  return { first, count };
}

test("says which mirrors were tried when none is left, and begins anew when asked", async ({ page }) => {
  const { first, count } = await tryAll(page);
  const words = "Every mirror was tried; the list below marks them. The links go to our fallback now: ";
  await expect(page.getByRole("status").first()).toHaveText(`${words}dl.fairmirror.example`);
  const { download, lent, tried, marked } = await readServed(page);
  expect([download, lent, marked]).toEqual(["dl.fairmirror.example", "our own fallback", []]);
  expect(tried.length).toBe(count);
  await expect(page.locator(RETRY)).toBeHidden();
  await page.getByRole("button", { name: "Try them all again" }).click();
  await expect(page.getByRole("status").first()).toHaveText(
    `From the beginning: ${first}. The download button goes there too now.`,
  );
  expect((await expectServed(page, first)).tried).toEqual([]);
  expect(new URL((await downloadFrom(page, RETRY)).url()).host).not.toBe("dl.fairmirror.example");
});

test("begins anew by itself on the page after the one where none was left", async ({ page }) => {
  const { first } = await tryAll(page);
  await openSite(page);
  expect((await expectServed(page, first)).tried).toEqual([]);
  await expect(page.getByRole("status").first()).toBeEmpty();
});

test("puts another mirror in the place of a drawn one that is dead, and says so in words", async ({ page }) => {
  await openSite(page);
  const { download: dead } = await readServed(page);
  await page.route(`https://${dead}/**`, (route) =>
    route.request().method() === "HEAD" ? route.abort() : route.continue(),
  );
  await page.hover(DOWNLOAD);
  await expect(page.locator("[data-mirror-host]")).not.toHaveText(dead);
  const { download: host } = await readServed(page);
  expect((await expectServed(page, host)).tried).toEqual([`${dead} ✕ no answer`]);
  await expect(page.getByRole("status").first()).toHaveText(`This mirror did not answer, trying another: ${host}`);
  expect(new URL((await downloadFrom(page, DOWNLOAD)).url()).host).toBe(host);
});
