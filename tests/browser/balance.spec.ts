import type { Locator, Page } from "playwright/test";
import { expectShown, READ_SHOWN } from "./harness/simulator.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

function rootOf(page: Page): Locator {
  return page.locator("[data-simulator]");
}

async function set(page: Page, part: string, value: string): Promise<void> {
  await page.locator(`[data-part=${part}]`).fill(value);
}

async function expectDone(page: Page): Promise<void> {
  await expect(rootOf(page)).toHaveAttribute("data-state", "done", { timeout: 30_000 });
}

test.beforeEach(async ({ page }) => {
  await openSite(page, "/balance/");
  await expect(rootOf(page)).toHaveAttribute("data-state", "ready");
});

test("shows what was built until a visitor changes something", async ({ page }) => {
  expect(await page.evaluate(READ_SHOWN)).toEqual(expectShown("new-mirror", {}));
  await expect(page.getByRole("status")).toBeEmpty();
});

test("a slider runs the simulator anew, and numbers and pictures follow", async ({ page, consoleLines }) => {
  await set(page, "pinned", "10");
  await expectDone(page);
  const shown = expectShown("new-mirror", { pinned: 0.1 });
  expect(shown).not.toEqual(expectShown("new-mirror", {}));
  expect(await page.evaluate(READ_SHOWN)).toEqual(shown);
  await expect(page.getByRole("status")).toContainText(`moved one ${shown.cells.at(-1)?.[0] ?? ""} times`);
  await expect(page.locator("[data-part=pinned-set]")).toHaveText("10");
  expect(await page.locator("[data-simulator] svg[role=img]").count()).toBe(4);
  expect(consoleLines).toEqual([]);
});

/** Has the page's runs of the simulator tell how far they are. */
async function tellRuns(page: Page): Promise<void> {
  await page.evaluate(() => {
    const Real = Worker;
    const told = document.documentElement.dataset;
    window.Worker = class extends Real {
      constructor(url: string | URL) {
        super(url);
        told["begun"] = String(Number(told["begun"] ?? 0) + 1);
      }

      override terminate(): void {
        told["ended"] = String(Number(told["ended"] ?? 0) + 1);
        super.terminate();
      }
    };
  });
}

test("a run that is overtaken ends, and only the last one is shown", async ({ page }) => {
  await tellRuns(page);
  await set(page, "clients", "20000");
  await expect(page.locator("html")).toHaveAttribute("data-begun", "1");
  await set(page, "clients", "1000");
  await expect(page.locator("html")).toHaveAttribute("data-ended", "1");
  await set(page, "weight", "20");
  await expectDone(page);
  expect(await page.evaluate(READ_SHOWN)).toEqual(expectShown("new-mirror", { clients: 1000, weight: 20 }));
});

test("another scenario sets the controls as it has them", async ({ page }) => {
  await page.locator("[data-part=scenario]").selectOption({ label: "a mirror is lost, with everyone on it" });
  await expectDone(page);
  for (const [part, value] of [
    ["clients", "10000"],
    ["pinned", "10"],
    ["weight", "40"],
    ["seed", "1"],
  ] as const)
    await expect(page.locator(`[data-part=${part}]`)).toHaveValue(value);
  expect(await page.evaluate(READ_SHOWN)).toEqual(expectShown("mirror-lost", {}));
});

test("the keyboard moves a slider, and its label names it", async ({ page }) => {
  const slider = page.getByLabel("Weight of the mirror that changes");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-part=weight-set]")).toHaveText("55");
  await expectDone(page);
  await expect(slider).toBeFocused();
});

test("says so when the simulator cannot be had", async ({ page }) => {
  await page.route("**/simulator.js", (route) => route.abort());
  await set(page, "seed", "2");
  await expect(rootOf(page)).toHaveAttribute("data-state", "failed");
  await expect(page.getByRole("status")).toHaveText(/did not start/);
});
