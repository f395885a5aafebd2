import { appendFile, readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { makeSecretKey, signMessage } from "../../src/cli/sign/minisign-crypto.ts";
import { renderKeyLine, renderSignature } from "../../src/verify/minisign.ts";
import { SITE_HOST } from "../servers/hosts.ts";
import { boxOf, chooseFile, expectState, type SampleFiles, writeSampleFiles } from "./harness/check-box.ts";
import { runAxe } from "./harness/run-axe.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const RELEASES = JSON.parse(await readFile("mirrors/releases.json", "utf8")) as {
  readonly generated: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
};

let files: SampleFiles;

test.beforeAll(async () => {
  files = await writeSampleFiles();
});
test.afterAll(() => files.close());

/** Opens the site as it would be with another list, signed by a key that it names, where another file is offered. */
async function openOtherSite(page: Page, list: unknown, offered: string): Promise<void> {
  const secretKey = makeSecretKey();
  const body = JSON.stringify(list);
  const signature = signMessage(Buffer.from(body), { secretKey, algorithm: "Ed", trustedComment: "" });
  const html = (await readFile("dist/site/index.html", "utf8"))
    .replace(/data-key="[^"]*"/, `data-key="${renderKeyLine(secretKey)}"`)
    .replaceAll(/data-path="[^"]*"/g, `data-path="${offered}"`);
  await page.route(`https://${SITE_HOST}/`, (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.route("**/releases.json", (route) => route.fulfill({ body }));
  await page.route("**/releases.json.minisig", (route) => route.fulfill({ body: renderSignature(signature) }));
  await openSite(page);
}

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

test("finds what is wrong with a file, and mends it from the mirrors", async ({ page }) => {
  await openSite(page);
  // Headless browsers show no picker, and Firefox tells its driver of no such download.
  await page.evaluate(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      (window as { mended?: Blob }).mended = blob;
      return make(blob);
    };
  });
  await chooseFile(page, files.flipped);
  await expectState(page, "mismatch");
  await page.getByRole("button", { name: "Find the bad places" }).click();
  expect(await expectState(page, "mismatch-every")).toContain("2 of 64 pieces of fairmirror-os-1.0 (1).img are wrong");
  await page.getByRole("button", { name: "Fetch the pieces" }).click();
  expect(await expectState(page, "repaired")).toContain("Every piece of the copy is right");
  const sum = await page.evaluate(async () => {
    const { mended = new Blob() } = window as { mended?: Blob };
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await mended.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  expect(sum).toBe(RELEASES.files[0]?.sha256);
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

test("accuses no file when the list cannot be had", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  for (const answer of [{ status: 404 }, { status: 500 }]) {
    await page.route("**/releases.json", (route) => route.fulfill({ ...answer, body: "{}" }));
    await chooseFile(page, files.good);
    expect(await expectState(page, "no-list")).toContain("this says nothing about your file");
    await page.unroute("**/releases.json");
  }
});

test(
  "believes no list that is not signed, changed or older than one it saw",
  { tag: "@chromium" },
  async ({ page }) => {
    await openSite(page);
    const text = JSON.stringify(RELEASES).replace(/[0-9a-f]{64}/, "0".repeat(64));
    for (const body of [text, "<!doctype html><title>Welcome to our café</title>"]) {
      await page.route("**/releases.json", (route) => route.fulfill({ body }));
      await chooseFile(page, files.good);
      expect(await expectState(page, "not-signed")).toContain("is not the one we signed: must be what was signed");
      await page.unroute("**/releases.json");
      await chooseFile(page, files.good);
      await expectState(page, "verified");
    }
    await page.evaluate(() => localStorage.setItem("fairmirror-list", "2030-01-01T00:00:00Z"));
    await chooseFile(page, files.good);
    expect(await expectState(page, "not-signed")).toContain(`must be at least as new as the list of 2030`);
  },
);

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
  const states = ["verified", "mismatch", "mismatch-every", "wrong-size", "other-file", "not-signed", "repaired"];
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
