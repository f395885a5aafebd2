import assert from "node:assert/strict";
import { appendFile, readFile } from "node:fs/promises";
import { SITE_HOST } from "../servers/hosts.ts";
import { boxOf, chooseFile, expectState, type SampleFiles, writeSampleFiles } from "./harness/check-box.ts";
import { runAxe } from "./harness/run-axe.ts";
import { openOtherSite } from "./harness/other-site.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const RELEASES = JSON.parse(await readFile("mirrors/releases.json", "utf8")) as {
  readonly generated: string;
  readonly files: readonly { readonly path: string }[];
};

let files: SampleFiles;

test.beforeAll(async () => {
  files = await writeSampleFiles();
});
test.afterAll(() => files.close());

test("verifies the right file, asks nobody but the site, and sends nothing", async ({ page, lab, consoleLines }) => {
  const methods = new Set<string>();
  page.on("request", (request) => methods.add(request.method()));
  await openSite(page);
  await chooseFile(page, files.good);
  expect(await expectState(page, "verified")).toContain("Verified. fairmirror-os-1.0.img is our");
  await expect(boxOf(page).getByRole("progressbar")).toBeHidden();
  expect(new Set(lab.requests.map(({ host }) => host))).toEqual(new Set([SITE_HOST]));
  expect(methods).toEqual(new Set(["GET"]));
  expect(consoleLines).toEqual([]);
});

test("starts anew when another file is chosen during a run", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  const states = await page.evaluateHandle(() => {
    const box = document.querySelector<HTMLElement>("[data-check]");
    const seen: (string | undefined)[] = [];
    new MutationObserver(() => seen.push(box?.dataset["state"])).observe(box ?? document, {
      attributeFilter: ["data-state"],
    });
    return seen;
  });
  await chooseFile(page, files.flipped);
  await chooseFile(page, files.good);
  await expectState(page, "verified");
  // The first may have been over already; what it says never comes after the second has begun.
  expect((await states.jsonValue()).slice(-2)).toEqual(["checking", "verified"]);
});

test("tells before it reads a byte what a file is not", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await chooseFile(page, files.cut);
  expect(await expectState(page, "wrong-size")).toContain("has 5,242,887 bytes, fairmirror-os-1.0.img has 67,108,864");
  await chooseFile(page, files.long);
  expect(await expectState(page, "too-large")).toContain("bytes, fairmirror-os-1.0.img only 67,108,864");
  await chooseFile(page, files.other);
  expect(await expectState(page, "not-in-release")).toContain("Not a file of this release");
});

test(
  "names another file of the release, and checks it as that one when asked",
  { tag: "@chromium" },
  async ({ page }) => {
    const offered = { path: "os/other.iso", size: 3, sha256: "0".repeat(64) };
    await openOtherSite(page, { version: 1, files: [offered, ...RELEASES.files] }, offered.path);
    await chooseFile(page, files.good);
    expect(await expectState(page, "other-file")).toContain(
      "seems to be fairmirror-os-1.0.img, not the file that is offered",
    );
    await page.getByRole("button", { name: "Check it as fairmirror-os-1.0.img" }).click();
    await expectState(page, "verified");
  },
);

test("tells two files of one name apart by their bytes, and names both", { tag: "@chromium" }, async ({ page }) => {
  const [image = assert.fail()] = RELEASES.files;
  const name = image.path.slice(image.path.lastIndexOf("/") + 1);
  const twin = { ...image, path: `beta/${name}`, sha256: "0".repeat(64), pieces: undefined };
  await openOtherSite(page, { version: 1, files: [twin, image] }, twin.path);
  await chooseFile(page, files.good);
  expect(await expectState(page, "other-file")).toContain(`${name} seems to be ${image.path}, not the file`);
  await page.getByRole("button", { name: `Check it as ${image.path}` }).click();
  await expectState(page, "verified");
});

test("shows a name as it is, whatever marks it holds", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await page
    .getByLabel("Choose the file")
    .setInputFiles({ name: "os\u202egmi.exe", mimeType: "", buffer: Buffer.from("no image") });
  expect(await expectState(page, "not-in-release")).toContain(String.raw`os\u202egmi.exe`);
});

test("remembers no list that nobody signs", { tag: "@chromium" }, async ({ page }) => {
  const readSeen = (): Promise<string | null> => page.evaluate(() => localStorage.getItem("fairmirror-list"));
  await openSite(page);
  await chooseFile(page, files.good);
  await expectState(page, "verified");
  expect(await readSeen()).toBe(RELEASES.generated);
  await page.evaluate(() => localStorage.clear());
  // The page's own scripts come after this.
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      document.querySelector<HTMLElement>("[data-check]")?.setAttribute("data-key", "");
    });
  });
  await page.reload();
  await chooseFile(page, files.good);
  await expectState(page, "verified");
  expect(await readSeen()).toBeNull();
});

test("is cancelled by keyboard, and then ready for the next file", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  await page.route("**/releases.json", () => undefined);
  await chooseFile(page, files.good);
  await expectState(page, "checking");
  const picker = page.getByLabel("Choose the file");
  await picker.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await expectState(page, "cancelled")).toContain("Nothing was changed");
  await expect(picker).toBeFocused();
  await page.unroute("**/releases.json");
  await chooseFile(page, files.good);
  await expectState(page, "verified");
});

test("says when a file cannot be read", { tag: "@chromium" }, async ({ page }) => {
  const own = await writeSampleFiles();
  await openSite(page);
  const asked: (() => void)[] = [];
  await page.route("**/releases.json", async (route) => {
    await new Promise<void>((resolve) => asked.push(resolve));
    await route.continue();
  });
  await chooseFile(page, own.good);
  await expect.poll(() => asked.length).toBe(1);
  // Browsers refuse to read a file that changed since it was chosen.
  await appendFile(own.good, "more");
  for (const go of asked) go();
  expect(await expectState(page, "unreadable")).toContain("Was it moved, changed or deleted");
  await own.close();
});

test("has nothing in any state that axe finds", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  const states = [
    "verified",
    "mismatch",
    "mismatch-every",
    "wrong-size",
    "too-large",
    "other-file",
    "not-signed",
    "rolled-back",
    "mended",
    "not-saved",
  ];
  for (const state of states) {
    await boxOf(page).evaluate((box, name) => {
      const template = box.querySelector<HTMLTemplateElement>(`template[data-state="${name}"]`);
      const news = box.querySelector('[data-part="news"]');
      box.querySelector('[data-part="run"]')?.removeAttribute("hidden");
      news?.replaceChildren(document.importNode(template?.content ?? new DocumentFragment(), true));
    }, state);
    expect(await runAxe(page), state).toEqual([]);
  }
});
