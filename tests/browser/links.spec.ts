import type { Page } from "playwright/test";
import { AUTHOR_HREF, downloadFrom, rootOf } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

const SERVED = /^https:\/\/(one|two)\.example\/pub\/os\/image\.iso$/;

async function openReady(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
}

/** Gives the address of a link as it stands in the page. */
function hrefOf(page: Page, id: string): Promise<string | null> {
  return page.getAttribute(`#${id}`, "href");
}

test("touches only addresses below the fallback prefix", async ({ page, openPage, consoleLines }) => {
  await openReady(page, () => openPage("kinds"));
  expect(await hrefOf(page, "release")).toMatch(/^https:\/\/(one|two)\.example\/pub\/os\/stable\/image\.iso$/);
  expect(await hrefOf(page, "candidate")).toMatch(
    /^https:\/\/(one|two)\.example\/pub\/os\/alpha\/image\.iso\?x=1#top$/,
  );
  expect(await hrefOf(page, "relative")).toBe("image.iso");
  expect(await hrefOf(page, "torrent")).toBe("https://site.example/image.torrent");
  expect(await hrefOf(page, "alike")).toBe("https://dl.example.evil/os/image.iso");
  expect(await hrefOf(page, "plain-http")).toBe("http://dl.example/os/image.iso");
  expect(await hrefOf(page, "empty")).toBe("");
  expect(await hrefOf(page, "none")).toBeNull();
  expect(await hrefOf(page, "script")).toBe("javascript:void 0");
  expect(await hrefOf(page, "unmarked")).toBe("https://dl.example/os/stable/image.iso");
  expect(consoleLines.map(({ type }) => type)).toEqual(["warning"]);
});

test("serves links that come later, and links marked later", async ({ page, openPage }) => {
  await openPage("later");
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  await page.evaluate((href) => {
    const link = document.createElement("a");
    Object.assign(link, { id: "added", className: "use-mirror-pool", href, textContent: "Added" });
    document.querySelector("#place")?.append(link);
    document.querySelector("#marked-later")?.classList.add("use-mirror-pool");
  }, AUTHOR_HREF);
  await expect(page.locator("#added")).toHaveAttribute("href", SERVED);
  await expect(page.locator("#marked-later")).toHaveAttribute("href", SERVED);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
});

test("serves the address that the page's own script changes a link to", async ({ page, openPage }) => {
  await openReady(page, () => openPage("plain"));
  await page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>("#download");
    if (link) link.href = "https://dl.example/os/other.iso";
    document.body.append("changed");
  });
  await expect(page.locator("#download")).toHaveAttribute(
    "href",
    /^https:\/\/(one|two)\.example\/pub\/os\/other\.iso$/,
  );
});

test("changes nothing when it runs twice", async ({ page, openPage, consoleLines, lab }) => {
  await openReady(page, () => openPage("twice"));
  expect(await hrefOf(page, "download")).toMatch(SERVED);
  expect(lab.requests.filter(({ path }) => path.startsWith("/pool/")).length).toBe(1);
  expect(consoleLines).toEqual([]);
});

test("runs beside an element that is called like it", async ({ page, openPage }) => {
  await openReady(page, () => openPage("named"));
  expect(await hrefOf(page, "download")).toMatch(SERVED);
});

test("takes the fallback prefix from the tag", async ({ page, openPage }) => {
  await openReady(page, () => openPage("prefix"));
  expect(await hrefOf(page, "download")).toMatch(/^https:\/\/(one|two)\.example\/pub\/image\.iso$/);
});

test("restores the author's addresses for good", async ({ page, openPage }) => {
  await openReady(page, () => openPage("retry"));
  await page.evaluate(() => window.fairmirror?.restore());
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "restored");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
  expect(await hrefOf(page, "retry")).toBe(AUTHOR_HREF);
  expect(await page.textContent("[data-mirror-host]")).toBe("dl.example");
  await page.evaluate(() => document.body.append("changed"));
  await page.hover("#download");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
});

test("restores also what is asked for while the pool is on its way", async ({ page, openPage, lab }) => {
  await page.route("**/pool/ok.json", async (route) => {
    await page.evaluate(() => window.fairmirror?.restore());
    await route.continue();
  });
  await openPage("plain");
  await expect.poll(() => lab.requests.map(({ path }) => path)).toContain("/pool/ok.json");
  await page.evaluate(async () => (await fetch("/pool/ok.json")).text());
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "restored");
});

test("asks nobody about a link that is none of its own", async ({ page, openPage, lab }) => {
  await openReady(page, () => openPage("kinds"));
  await page.hover("#release");
  await expect.poll(() => lab.requests.filter(({ method }) => method === "HEAD").length).toBe(1);
  await page.hover("#unmarked");
  await page.focus("#torrent");
  await page.focus("#candidate");
  await page.evaluate(() => document.body.append("changed"));
  expect(lab.requests.filter(({ host, method }) => method === "HEAD" && /site|dl/.test(host))).toEqual([]);
});

test("tells each change as an event", async ({ page, openPage }) => {
  await page.addInitScript(() => {
    document.addEventListener("fairmirror:ready", (event) => {
      document.title = (event as CustomEvent<string>).detail;
    });
  });
  await openReady(page, () => openPage("plain"));
  await expect(page).toHaveTitle(/^https:\/\/(one|two)\.example\/pub\/$/);
});

test("offers on retry each mirror once, and the author's address in the end", async ({ page, openPage }) => {
  await openReady(page, () => openPage("retry", { pool: "of/a.example,b.example,c.example,d.example" }));
  const seen: (string | null)[] = [await hrefOf(page, "download")];
  for (let click = 0; click < 3; click++) {
    const offered = await hrefOf(page, "retry");
    expect((await downloadFrom(page, "#retry")).url()).toBe(offered);
    await expect(page.locator("#download")).toHaveAttribute("href", offered ?? "");
    seen.push(offered);
  }
  expect(new Set(seen).size).toBe(4);
  expect(await hrefOf(page, "retry")).toBe(AUTHOR_HREF);
  expect((await downloadFrom(page, "#retry")).url()).toBe(AUTHOR_HREF);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
});

test("remembers in the tab what was tried", async ({ page, openPage }) => {
  await openReady(page, () => openPage("retry", { pool: "of/a.example,b.example,c.example" }));
  const first = await hrefOf(page, "download");
  await downloadFrom(page, "#retry");
  await expect(page.locator("#download")).not.toHaveAttribute("href", first ?? "");
  const second = await hrefOf(page, "download");
  await page.reload();
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  expect(await hrefOf(page, "download")).toBe(second);
  expect(await hrefOf(page, "retry")).not.toBe(first);
});

for (const name of ["one", "two"]) {
  test(`keeps the choice of ${name}.example for the other links and pages of the tab`, async ({ page, openPage }) => {
    const direct = `https://${name}.example/pub/os/image.iso`;
    await openReady(page, () => openPage("choose"));
    expect((await downloadFrom(page, `#${name}`)).url()).toBe(direct);
    await expect(page.locator("#download")).toHaveAttribute("href", direct);
    await openReady(page, () => openPage("plain"));
    expect(await hrefOf(page, "download")).toBe(direct);
  });
}

test("draws the same mirror on every page of the tab, and another tab draws anew", async ({
  page,
  openPage,
  context,
}) => {
  const pool = `of/${Array.from({ length: 60 }, (_, index) => `m${index}.example`).join(",")}`;
  await openReady(page, () => openPage("plain", { pool }));
  const drawn = await hrefOf(page, "download");
  await page.reload();
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  expect(await hrefOf(page, "download")).toBe(drawn);
  await openReady(page, () => openPage("retry", { pool }));
  expect(await hrefOf(page, "download")).toBe(drawn);
  const others = new Set<string | null>();
  for (let tab = 0; tab < 4; tab++) {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(rootOf(other)).toHaveAttribute("data-mirror-state", "ready");
    others.add(await hrefOf(other, "download"));
    await other.close();
  }
  expect(others.size, "four tabs all drew what the first drew: a chance of 1 in 60^4").toBeGreaterThan(1);
});

test("works where storage is refused", async ({ page, openPage, consoleLines }) => {
  await openReady(page, () => openPage("inline", { csp: "no-storage" }));
  expect(
    await page.evaluate(() => {
      try {
        return sessionStorage.length;
      } catch {
        return "refused";
      }
    }),
  ).toBe("refused");
  expect(await hrefOf(page, "download")).toMatch(SERVED);
  expect((await downloadFrom(page, "#download")).url()).toMatch(SERVED);
  expect(consoleLines.filter(({ text }) => !text.includes("sandbox"))).toEqual([]);
});
