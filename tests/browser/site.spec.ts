import type { Page } from "playwright/test";
import { expectedShares, isOpenTo, readPool } from "../../src/core/index.ts";
import { checkReleases } from "../../src/ops/check-releases.ts";
import { SITE_HOST } from "../servers/hosts.ts";
import { downloadFrom } from "./harness/download-page.ts";
import { DOWNLOAD, expectServed, fetchText, openSite, readServed, RETRY, SITE_PAGES } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

/** All that a visitor's browser has to know of a pool and of a mirror. */
const PUBLIC_FIELDS = ["version", "fallback_prefix", "generated", "expires", "mirrors"];
const PUBLIC_MIRROR_FIELDS = ["url_prefix", "weight", "country", "sponsor", "lacks"];

/** Has the browser say in the console what the page's policy forbids. */
async function tellViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`the policy forbids ${blockedURI} by ${violatedDirective}`);
    });
  });
}

/** Gives the addresses of the links that the script has no business with, as its author wrote them and as they stand. */
function readOtherLinks(page: Page): Promise<{ written: (string | null)[]; standing: (string | null)[] }> {
  return page.evaluate(async (ours) => {
    const author = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const list = (root: Document): (string | null)[] =>
      [...root.querySelectorAll(`a:not(${ours})`)].map((link) => link.getAttribute("href"));
    return { written: list(author), standing: list(document) };
  }, `${DOWNLOAD}, ${RETRY}`);
}

/** Asks for something as the script asks a mirror, and tells whether an answer came. */
function isAnswered(page: Page, url: string): Promise<boolean> {
  return page.evaluate(
    (address) =>
      fetch(address, { method: "HEAD", mode: "no-cors" }).then(
        () => true,
        () => false,
      ),
    url,
  );
}

for (const path of SITE_PAGES) {
  test(`${path} opens under its own policy and hashes, and asks nobody but the site`, async ({
    page,
    lab,
    consoleLines,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    await tellViolations(page);
    await openSite(page, path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(["/", "/balance/"].includes(path) ? 2 : 1);
    expect(new Set([...asked, ...lab.requests.map(({ host }) => host)])).toEqual(new Set([SITE_HOST]));
    expect(consoleLines).toEqual([]);
  });
}

test("everything that can be pressed works under the policy", async ({ page, consoleLines }) => {
  await tellViolations(page);
  await openSite(page, "/status/");
  for (const heading of await page.locator(".status thead button").all()) {
    // On a narrow screen the headings are only heard.
    for (let press = 0; press < 2; press++) await heading.click();
  }
  await page.locator("select").selectOption({ index: 1 });
  expect(await page.locator("tbody tr:visible").count()).toBeLessThan(await page.locator("tbody tr").count());
  await openSite(page);
  await downloadFrom(page, RETRY);
  await page.getByRole("button", { name: "Copy" }).click();
  await downloadFrom(page, "a.choose-mirror[href^='https:'] >> nth=-1");
  await expect(page.getByRole("status").first()).toHaveText(/^Your choice/);
  expect(consoleLines).toEqual([]);
});

test("sorts the status by what is pressed, up and down", async ({ page }) => {
  await openSite(page, "/status/");
  const readShares = () => page.locator("td[data-label=share]").allInnerTexts();
  const numbers = async () => (await readShares()).map((text) => Number.parseFloat(text) || 0);
  const press = () => page.getByRole("button", { name: "Share now" }).click();
  await press();
  const rising = await numbers();
  expect(rising).toEqual([...rising].sort((one, other) => one - other));
  await press();
  expect(await numbers()).toEqual([...rising].reverse());
  await expect(page.locator("th[aria-sort]")).toHaveAttribute("aria-sort", "descending");
});

test("the policy lets the script ask every mirror that it may draw, and no stranger", async ({ page, lab }) => {
  await openSite(page);
  const { pool } = readPool(JSON.parse(await fetchText(page, "/mirrors.json")));
  const open = pool?.mirrors.filter((mirror) => isOpenTo(mirror, "https:")) ?? [];
  for (const { url_prefix } of open) expect(await isAnswered(page, url_prefix), url_prefix).toBe(true);
  expect(await isAnswered(page, "https://stranger.example/")).toBe(false);
  const asked = new Set(lab.requests.map(({ host }) => host));
  expect(asked).toEqual(new Set([SITE_HOST, ...open.map(({ url_prefix }) => new URL(url_prefix).host)]));
});

test("shows the drawn mirror, and the share that its weight gives it", async ({ page }) => {
  await openSite(page);
  const { download, share } = await readServed(page);
  await expectServed(page, download);
  const { pool } = readPool(JSON.parse(await fetchText(page, "/mirrors.json")));
  const open = pool?.mirrors.filter((mirror) => isOpenTo(mirror, "https:")) ?? [];
  const place = open.findIndex(({ url_prefix }) => new URL(url_prefix).host === download);
  expect(Number.parseFloat(share)).toBe(Math.round((expectedShares(open)[place] ?? 0) * 1000) / 10);
});

test("touches neither the torrent nor the signature, nor any other link that is not its own", async ({ page }) => {
  await openSite(page);
  await downloadFrom(page, RETRY);
  await expect(page.getByRole("status").first()).not.toBeEmpty();
  const { written, standing } = await readOtherLinks(page);
  expect(standing).toEqual(written);
  for (const end of [/\.torrent$/, /\.sig$/]) expect(standing).toContainEqual(expect.stringMatching(end));
});

test(
  "publishes a pool that can be read without a problem, and nothing private in it",
  { tag: "@chromium" },
  async ({ page }) => {
    await openSite(page);
    const data = JSON.parse(await fetchText(page, "/mirrors.json")) as { readonly mirrors: readonly object[] };
    const { pool, problems } = readPool(data);
    expect(problems).toEqual([]);
    expect(pool?.mirrors.length).toBe(data.mirrors.length);
    expect(PUBLIC_FIELDS).toEqual(expect.arrayContaining(Object.keys(data)));
    expect(PUBLIC_MIRROR_FIELDS).toEqual(expect.arrayContaining(data.mirrors.flatMap(Object.keys)));
  },
);

test(
  "tells the same hash in the list of releases, in SHA256SUMS and on the page",
  { tag: "@chromium" },
  async ({ page }) => {
    await openSite(page);
    const file = "releases.json";
    const { releases, problems } = checkReleases(await fetchText(page, `/${file}`), { file });
    expect(problems).toEqual([]);
    const sums = releases?.files.map(({ path, sha256 }) => `${sha256}  ${path.split("/").at(-1) ?? ""}\n`).join("");
    expect(await fetchText(page, "/SHA256SUMS")).toBe(sums);
    await expect(page.locator("#sha256")).toHaveText(releases?.files[0]?.sha256 ?? "none");
  },
);
