import { expect, test } from "./harness/test.ts";

// With scripting off, Firefox never settles what waits inside of the page: plain reads and a forced click do not.
test("leaves the author's link, which works", async ({ page, openPage, lab, consoleLines }) => {
  await openPage("plain");
  expect(await page.locator("#no-script").isVisible()).toBe(true);
  expect(await page.getAttribute("#download", "href")).toBe("https://dl.example/os/image.iso");
  expect(await page.getAttribute("html", "data-mirror-state")).toBeNull();
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download", { force: true })]);
  expect(await download.failure()).toBeNull();
  expect(lab.requests.map(({ host }) => host)).toContain("dl.example");
  expect(consoleLines).toEqual([]);
});
