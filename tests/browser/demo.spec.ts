import { runDemo } from "../demo/run-demo.ts";
import { rootOf } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

test("the demo says whom the page leads to, and counts one hit for a click on the mirror that is down", async ({
  context,
  page,
}) => {
  const demo = await runDemo(["--port", "0"]);
  try {
    const [, url = ""] = await demo.waitFor(/at (http:\/\/127\.0\.0\.1:\d+\/)/);
    const [, dead = ""] = await demo.waitFor(/127\.0\.0\.1:(\d+)\) is down/);
    await page.goto(url);
    await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
    await expect(page.locator("[data-mirror-lent]")).toHaveText(/\(.+\.(example|onion)\)/);
    await page.locator(`a[data-mirror*=":${dead}/"]`).click({ noWaitAfter: true });
    // Some browsers try once more by themselves, which is no second hit.
    await demo.waitFor(/^mirror\.koto\.example: GET connection cut/m);
    await page.close();
    const next = await context.newPage();
    await next.goto(url);
    const good = next.locator("tr", { hasText: "(mirror.uni-nordheim.example)" });
    await Promise.all([next.waitForEvent("download"), good.locator("a").click()]);
    await expect(next.locator("[data-mirror-lent]")).toContainText("mirror.uni-nordheim.example");
    demo.signal("SIGINT");
    const { stdout } = await demo.ended;
    expect(stdout).toMatch(/^2 hits;/m);
    expect(stdout).toMatch(/^mirror\.koto\.example +127\.0\.0\.1:\d+ +50 +9\.\d % +50\.0 % +1 +0 +0 B +✕ down$/m);
  } finally {
    demo.signal("SIGTERM");
    await demo.ended;
  }
});
