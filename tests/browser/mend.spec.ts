import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { boxOf, chooseFile, expectState, type SampleFiles, writeSampleFiles } from "./harness/check-box.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const RELEASES = JSON.parse(await readFile("mirrors/releases.json", "utf8")) as {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
};

/** What the page's stand-ins for the browser's dialogs leave behind. */
interface Marks {
  mended?: Blob;
  revoked?: string[];
  asked?: string[];
  goOn?: () => void;
  showSaveFilePicker?: unknown;
}

let files: SampleFiles;

test.beforeAll(async () => {
  files = await writeSampleFiles();
});
test.afterAll(() => files.close());

/** Headless browsers show no picker, and Firefox tells its driver of no such download: the link's blob is kept instead. */
async function keepLinks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks = window as Marks;
    delete marks.showSaveFilePicker;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      marks.mended = blob;
      return make(blob);
    };
    URL.revokeObjectURL = (url) => (marks.revoked ??= []).push(url);
  });
}

/** Lets the picker choose a file in the page's own storage: a real file, made as empty as a real picker makes it. */
async function pickInStorage(page: Page, { stalls = false } = {}): Promise<void> {
  await page.evaluate((isStuck) => {
    const marks = window as Marks;
    marks.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      (marks.asked ??= []).push(suggestedName);
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(suggestedName, { create: true });
      if (!isStuck) return handle;
      // A disk that is at its first bytes until the test lets it go on.
      const stuck = new WritableStream({ write: () => new Promise<void>((done) => (marks.goOn = done)) });
      return Object.assign(handle, { createWritable: () => Promise.resolve(stuck) });
    };
  }, stalls);
}

/** Gives the files in the page's own storage, each with the SHA-256 of what it holds. */
function readStorage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [name, handle] of folder) {
      const file = await handle.getFile();
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      found[name] = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    return found;
  });
}

async function findBadPlaces(page: Page, file: string): Promise<void> {
  await openSite(page);
  await chooseFile(page, file);
  await expectState(page, "mismatch");
  await page.getByRole("button", { name: "Find the bad places" }).click();
  expect(await expectState(page, "mismatch-every")).toContain("2 of 64 pieces");
}

async function mend(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fetch the right pieces" }).click();
  expect(await expectState(page, "mended")).toContain("Every piece of the copy is right");
}

test("finds what is wrong with a file, mends it from the mirrors, and lets go of the copy", async ({ page }) => {
  await page.clock.install();
  await findBadPlaces(page, files.flipped);
  await keepLinks(page);
  await mend(page);
  await page.getByRole("button", { name: "Save fairmirror-os-1.0.img" }).click();
  await expectState(page, "repaired");
  const sum = await page.evaluate(async () => {
    const { mended = new Blob() } = window as Marks;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await mended.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  expect(sum).toBe(RELEASES.files[0]?.sha256);
  await page.clock.fastForward("01:30");
  expect(await page.evaluate(() => (window as Marks).revoked?.length)).toBe(1);
});

test("keeps the keyboard in the box, from one button to the next", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await chooseFile(page, files.flipped);
  await expectState(page, "mismatch");
  await keepLinks(page);
  const buttons = [
    ["Find the bad places", "mismatch-every"],
    ["Fetch the right pieces", "mended"],
    ["Save fairmirror-os-1.0.img", "repaired"],
  ] as const;
  await page.getByRole("button", { name: buttons[0][0] }).focus();
  for (const [name, state] of buttons) {
    await expect(page.getByRole("button", { name })).toBeFocused();
    await page.keyboard.press("Enter");
    await expectState(page, state);
  }
  // No button is left: the news has it.
  await expect(boxOf(page).getByRole("status")).toBeFocused();
});

test("leads the keyboard to the button that cancels while it works", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await chooseFile(page, files.flipped);
  await expectState(page, "mismatch");
  await page.route("**/releases.json", () => undefined);
  await page.getByRole("button", { name: "Find the bad places" }).press("Enter");
  await expectState(page, "checking");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
});

test("saves the mended copy where the visitor says, under another name", { tag: "@chromium" }, async ({ page }) => {
  await findBadPlaces(page, files.flippedPlain);
  await pickInStorage(page);
  await mend(page);
  expect(await readStorage(page)).toEqual({});
  await page.getByRole("button", { name: "Save fairmirror-os-1.0 (1).img" }).click();
  expect(await expectState(page, "repaired")).toContain("fairmirror-os-1.0 (1).img");
  expect(await readStorage(page)).toEqual({ "fairmirror-os-1.0 (1).img": RELEASES.files[0]?.sha256 });
});

test("leaves no empty file when mending or saving is cancelled", { tag: "@chromium" }, async ({ page }) => {
  await findBadPlaces(page, files.flipped);
  await pickInStorage(page, { stalls: true });
  await page.route("**/mirrors.json", () => undefined);
  await page.getByRole("button", { name: "Fetch the right pieces" }).click();
  await expectState(page, "repairing");
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await page.evaluate(() => (window as Marks).asked)).toBeUndefined();
  await page.unroute("**/mirrors.json");
  await chooseFile(page, files.flipped);
  await expectState(page, "mismatch");
  await page.getByRole("button", { name: "Find the bad places" }).click();
  await expectState(page, "mismatch-every");
  await mend(page);
  await page.getByRole("button", { name: "Save fairmirror-os" }).click();
  await expectState(page, "saving");
  await page.waitForFunction(() => (window as Marks).goOn !== undefined);
  expect(Object.keys(await readStorage(page))).toHaveLength(1);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectState(page, "cancelled");
  await page.evaluate(() => (window as Marks).goOn?.());
  await expect.poll(() => readStorage(page)).toEqual({});
  await expect(boxOf(page)).toHaveAttribute("data-state", "cancelled");
});

test("says when a copy cannot be saved, and offers it again", { tag: "@chromium" }, async ({ page }) => {
  await findBadPlaces(page, files.flipped);
  await pickInStorage(page);
  await mend(page);
  await page.evaluate(() => {
    const marks = window as Marks;
    const pick = marks.showSaveFilePicker as (wish: unknown) => Promise<FileSystemFileHandle>;
    marks.showSaveFilePicker = async (wish: unknown) => {
      marks.showSaveFilePicker = pick;
      const full = new DOMException("no room", "QuotaExceededError");
      return Object.assign(await pick(wish), { createWritable: () => Promise.reject(full) });
    };
  });
  await page.getByRole("button", { name: "Save fairmirror-os" }).click();
  expect(await expectState(page, "not-saved")).toContain("No part of the copy was left behind");
  expect(await readStorage(page)).toEqual({});
  await page.getByRole("button", { name: "Save fairmirror-os" }).click();
  await expectState(page, "repaired");
});
