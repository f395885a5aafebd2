import type { Page } from "playwright/test";
import { AUTHOR_HREF, downloadFrom, rootOf } from "./harness/download-page.ts";
import { TRANSPORT_CASES, VECTOR_CASES, type PoolCase } from "./harness/pool-cases.ts";
import { expect, test } from "./harness/test.ts";

async function expectOutcome(page: Page, { state, hrefs }: Omit<PoolCase, "pool">): Promise<void> {
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", state);
  const href = await page.getAttribute("#download", "href");
  expect(hrefs).toContain(href);
  expect(await page.textContent("[data-mirror-host]")).toBe(new URL(href ?? "").host);
}

for (const { pool, state, hrefs } of TRANSPORT_CASES) {
  test(`pool ${pool}: ${state}`, async ({ page, openPage, consoleLines }) => {
    await openPage("plain", { pool });
    await expectOutcome(page, { state, hrefs });
    expect(consoleLines.filter(({ type }) => type === "uncaught")).toEqual([]);
    expect(consoleLines.length).toBeLessThanOrEqual(1);
  });
}

// One visitor meets them all: a browser's page for each would take minutes.
test("every vector of a pool ends in the page as it must", async ({ page, openPage, consoleLines }) => {
  for (const { pool, state, hrefs } of VECTOR_CASES) {
    await test.step(pool, async () => {
      const before = consoleLines.length;
      await openPage("plain", { pool });
      await expectOutcome(page, { state, hrefs });
      expect(consoleLines.length - before, "lines in the console").toBeLessThanOrEqual(1);
    });
  }
  expect(consoleLines.filter(({ type }) => type === "uncaught")).toEqual([]);
});

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
