import { boxOf, expectState, writeSampleFiles } from "./harness/check-box.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

test("checks a file that is dropped beside the box, and stays on the page", { tag: "@chromium" }, async ({ page }) => {
  const files = await writeSampleFiles();
  await openSite(page);
  const address = page.url();
  // A drop by the browser itself: what a script makes up would never lead away.
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [files.good], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", { type, x: 40, y: 200, data });
  await expectState(page, "verified");
  expect(page.url()).toBe(address);
  await expect(boxOf(page)).toBeInViewport();
  await files.close();
});
