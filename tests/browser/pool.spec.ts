import { AUTHOR_HREF, downloadFrom, rootOf } from "./harness/download-page.ts";
import { POOL_CASES } from "./harness/pool-cases.ts";
import { expect, test } from "./harness/test.ts";

for (const { pool, state, hrefs } of POOL_CASES) {
  test(`pool ${pool}: ${state}`, async ({ page, openPage, consoleLines }) => {
    await openPage("plain", { pool });
    await expect(rootOf(page)).toHaveAttribute("data-mirror-state", state);
    expect(hrefs).toContain(await page.getAttribute("#download", "href"));
    expect(await page.textContent("[data-mirror-host]")).toBe(
      new URL((await page.getAttribute("#download", "href")) ?? "").host,
    );
    expect(consoleLines.filter(({ type }) => type === "uncaught")).toEqual([]);
    expect(consoleLines.length).toBeLessThanOrEqual(1);
  });
}

test("a pool that hangs leaves the author's link, which works meanwhile", async ({
  page,
  openPage,
  lab,
  consoleLines,
}) => {
  await openPage("plain", { pool: "hanging" });
  await expect.poll(() => lab.requests.map(({ path }) => path)).toContain("/pool/hanging.json");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expect(consoleLines).toEqual([]);
});

test("a pool that stalls half-way is given up in the end", async ({ page, openPage, consoleLines }) => {
  await openPage("plain", { pool: "stalling" });
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect(await page.getAttribute("#download", "href")).toBe(AUTHOR_HREF);
  expect(consoleLines.length).toBeLessThanOrEqual(1);
});

test("an expired list is still used, and called stale", async ({ page, openPage, consoleLines }) => {
  await openPage("plain", { pool: "expired" });
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "stale");
  expect(await page.getAttribute("#download", "href")).not.toBe(AUTHOR_HREF);
  expect(consoleLines).toEqual([]);
});

test("a pool inside of the page needs no request", async ({ page, openPage, lab, consoleLines }) => {
  await openPage("inline", { csp: "no-connect" });
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  expect(lab.requests.map(({ path }) => path).filter((path) => path.includes("pool"))).toEqual([]);
  expect(consoleLines).toEqual([]);
});
