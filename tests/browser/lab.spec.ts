import type { Page } from "playwright/test";
import { expect, test } from "./harness/test.ts";

/** Asks a mirror as the script does, and tells whether it answered. */
function ask(page: Page, host: string): Promise<boolean> {
  return page.evaluate(
    (url) =>
      fetch(url, { method: "HEAD", mode: "no-cors" }).then(
        () => true,
        () => false,
      ),
    `https://${host}/`,
  );
}

test.beforeEach(({ openPage }) => openPage("plain"));

for (const host of ["one.example", "slow.example", "missing.example"]) {
  test(`${host} answers`, async ({ page, lab }) => {
    expect(await ask(page, host)).toBe(true);
    expect(lab.requests).toContainEqual(expect.objectContaining({ host, method: "HEAD", cookies: undefined }));
  });
}

for (const host of ["drops.example", "gone.example", "refuses.example"]) {
  test(`${host} does not answer`, async ({ page }) => {
    expect(await ask(page, host)).toBe(false);
  });
}

test("untrusted.example is not trusted", { tag: "@chromium" }, async ({ page, lab }) => {
  expect(await ask(page, "untrusted.example")).toBe(false);
  expect(lab.requests.map(({ host }) => host)).not.toContain("untrusted.example");
});

test("hangs.example is asked and never answers", async ({ page, lab }) => {
  await page.evaluate(() => {
    const asking = new AbortController();
    const tell = (words: string) => (): void => {
      document.title = words;
    };
    document.addEventListener("stop", () => {
      asking.abort();
    });
    void fetch("https://hangs.example/", { mode: "no-cors", signal: asking.signal }).then(tell("answer"), tell("none"));
  });
  await expect.poll(() => lab.requests.map(({ host }) => host)).toContain("hangs.example");
  await page.evaluate(() => document.dispatchEvent(new Event("stop")));
  await expect(page).toHaveTitle("none");
});

test("a page is bent by its query", async ({ page, openPage, consoleLines }) => {
  await openPage("plain", { pool: "of/slow.example", csp: "strict" });
  await expect(page.locator("#download")).toHaveAttribute("href", "https://slow.example/pub/os/image.iso");
  expect(consoleLines).toEqual([]);
  await openPage("plain", { csp: "no-scripts" });
  await expect.poll(() => consoleLines.length).toBe(1);
  await expect(page.locator("html")).not.toHaveAttribute("data-mirror-state");
});
