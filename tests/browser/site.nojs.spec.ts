import type { Download, Locator, Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { DOWNLOAD, RETRY, SITE_PAGES } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const FALLBACK_HOST = "dl.fairmirror.example";

// With scripting off, Firefox never settles what waits inside of the page: plain reads and a forced click do not.
async function press(page: Page, link: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click({ force: true })]);
  return download;
}

for (const path of SITE_PAGES) {
  test(`${path} opens, and asks nobody but the site`, async ({ page, lab, consoleLines }) => {
    await page.goto(`https://${SITE_HOST}${path}`);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.getAttribute("html", "data-mirror-state")).toBeNull();
    expect(new Set(lab.requests.map(({ host }) => host))).toEqual(new Set([SITE_HOST]));
    expect(consoleLines).toEqual([]);
  });
}

test.describe("the download page", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`https://${SITE_HOST}/`);
  });

  for (const selector of [DOWNLOAD, RETRY]) {
    test(`downloads from the fallback by ${selector}`, async ({ page, lab }) => {
      const download = await press(page, page.locator(selector));
      expect(await download.failure()).toBeNull();
      const { host, pathname } = new URL(download.url());
      expect(host).toBe(FALLBACK_HOST);
      expect(lab.requests).toContainEqual(expect.objectContaining({ host, method: "GET", path: pathname }));
    });
  }

  test("downloads from each mirror of the list by its own link", async ({ page, lab }) => {
    const links = await page.locator("a.choose-mirror[href^='https:']").all();
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const { host, pathname, href } = new URL((await link.getAttribute("href")) ?? "");
      const download = await press(page, link);
      expect(download.url()).toBe(href);
      expect(await download.failure()).toBeNull();
      expect(lab.requests).toContainEqual(expect.objectContaining({ host, method: "GET", path: pathname }));
      expect(await link.textContent()).toBe(host);
    }
  });

  test("says that the download comes from the fallback", async ({ page }) => {
    expect(await page.textContent("[data-mirror-host]")).toBe(FALLBACK_HOST);
    expect(await page.textContent("[data-mirror-share]")).toBe("none: this is the fallback");
    for (const mark of await page.getByText("your mirror").all()) expect(await mark.isVisible()).toBe(false);
  });

  test("shows the SHA-256, and how to check the file with it on each system", async ({ page }) => {
    const sum = (await page.textContent("#sha256")) ?? "";
    expect(sum).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.locator("#sha256").isVisible()).toBe(true);
    const commands = await page.locator("#verify ~ pre").all();
    const texts = await Promise.all(commands.map((command) => command.textContent()));
    expect(texts.filter((text) => text?.includes(sum)).length).toBe(3);
    expect(texts.filter((text) => text?.startsWith("minisign -Vm releases.json -P RW")).length).toBe(1);
    for (const command of commands) expect(await command.isVisible()).toBe(true);
  });

  test("offers nothing that would do nothing", async ({ page }) => {
    const controls = await page.locator("button, input, select, textarea, [role=button]").all();
    for (const control of controls) expect(await control.isVisible()).toBe(false);
    expect(await page.locator("a:not([href]), a[href=''], a[href='#'], a[href^='javascript:']").count()).toBe(0);
    expect((await page.locator("p[role=status]").textContent())?.trim()).toBe("");
  });
});

test("the page about balancing has its rules, numbers and pictures, and offers nothing that would do nothing", async ({
  page,
}) => {
  await page.goto(`https://${SITE_HOST}/balance/`);
  const [tables, pictures] = [page.locator("table"), page.locator("svg[role=img]")];
  expect([await tables.count(), await pictures.count()]).toEqual([8, 28]);
  for (const part of [...(await tables.all()), ...(await pictures.all())]) expect(await part.isVisible()).toBe(true);
  expect(await page.locator("[data-part=seed]").isDisabled()).toBe(true);
  expect(await page.getByText("It needs JavaScript").isVisible()).toBe(true);
});
