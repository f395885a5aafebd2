import { expect, test } from "./harness/test.ts";

const DRAWN = /^https:\/\/(one|two)\.example\/pub\/os\/image\.iso$/;

test("points the link at a mirror and downloads from there", async ({ page, openPage, lab, consoleLines }) => {
  await openPage("plain");
  await expect(page.locator("html")).toHaveAttribute("data-mirror-state", "ready");
  await expect(page.locator("#download")).toHaveAttribute("href", DRAWN);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  expect(await download.failure()).toBeNull();
  expect(download.url()).toMatch(DRAWN);
  const others = lab.requests.filter(({ host }) => !host.endsWith(".example"));
  expect(others, "neither the script nor the browser asks anybody else").toEqual([]);
  const asked = lab.requests.filter(({ method, path }) => method === "GET" && path === "/pub/os/image.iso");
  expect(asked.map(({ host }) => host)).toEqual([new URL(download.url()).host]);
  expect(asked.map(({ cookies }) => cookies)).toEqual([undefined]);
  expect(consoleLines).toEqual([]);
});
