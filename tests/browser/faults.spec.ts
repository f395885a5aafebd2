import { AUTHOR_HREF, downloadFrom, rootOf } from "./harness/download-page.ts";
import { expectOnlyFailures } from "./harness/record-console.ts";
import { expect, test } from "./harness/test.ts";

test("the link works when a policy blocks the script", async ({ page, openPage, consoleLines }) => {
  await openPage("plain", { csp: "no-scripts" });
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 1 });
});

test("the link works when the script is not there", async ({ page, openPage, consoleLines }) => {
  await openPage("missing-script");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 1, linesEach: 2 });
});

test("the link works when the script is blocked on its way", async ({ page, openPage, consoleLines }) => {
  await page.route("**/fairmirror.js", (route) => route.abort("blockedbyclient"));
  await openPage("plain");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 1 });
});

test("the link works when a policy forbids to load the pool", async ({ page, openPage, consoleLines }) => {
  await openPage("plain", { csp: "no-connect" });
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 1, linesEach: 2 });
});

test("the link stands as the author wrote it when the visitor is offline", async ({
  page,
  openPage,
  context,
  consoleLines,
  lab,
}) => {
  await openPage("plain", { pool: "hanging" });
  await expect.poll(() => lab.requests.map(({ path }) => path)).toContain("/pool/hanging.json");
  await context.setOffline(true);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect(await page.getAttribute("#download", "href")).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 1 });
  await context.setOffline(false);
});

test("the link shows the author's address while scripting is off", async ({ page, openPage }) => {
  await openPage("plain", { csp: "sandbox" });
  await expect(page.locator("#no-script")).toBeVisible();
  expect(await page.getAttribute("#download", "href")).toBe(AUTHOR_HREF);
});
