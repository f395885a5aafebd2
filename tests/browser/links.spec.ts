import { AUTHOR_HREF, hrefOf, openReady, rootOf, SERVED_HREF } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

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
  await expect(page.locator("#added")).toHaveAttribute("href", SERVED_HREF);
  await expect(page.locator("#marked-later")).toHaveAttribute("href", SERVED_HREF);
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
  expect(await hrefOf(page, "download")).toMatch(SERVED_HREF);
  expect(lab.requests.filter(({ path }) => path.startsWith("/pool/")).length).toBe(1);
  expect(consoleLines).toEqual([]);
});

test("runs beside an element that is called like it", async ({ page, openPage }) => {
  await openReady(page, () => openPage("named"));
  expect(await hrefOf(page, "download")).toMatch(SERVED_HREF);
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

test("serves the address that the page's own script gives a link later", async ({ page, openPage }) => {
  await openReady(page, () => openPage("plain"));
  const mirror = new URL((await hrefOf(page, "download")) ?? "").host;
  await page.evaluate(() => document.querySelector("#download")?.setAttribute("href", "https://dl.example/os/arm.iso"));
  await expect(page.locator("#download")).toHaveAttribute("href", `https://${mirror}/pub/os/arm.iso`);
});

test("asks nobody about a link that the page's own script leads elsewhere", async ({ page, openPage, lab }) => {
  await page.clock.install();
  await openReady(page, () => openPage("plain"));
  await page.evaluate(() => document.querySelector("#download")?.setAttribute("href", "https://two.example/else"));
  await page.clock.runFor(1);
  await page.hover("#download");
  await page.clock.runFor(1_000);
  await page.evaluate(async () => (await fetch("/pool/ok.json")).text());
  expect(lab.requests.filter(({ method }) => method === "HEAD")).toEqual([]);
  expect(await hrefOf(page, "download")).toBe("https://two.example/else");
});

test("a page that sets its links back each time is not held up", async ({ page, openPage }) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      const link = document.querySelector("#download");
      const setBack = () => {
        if (link?.getAttribute("href") !== "https://dl.example/os/image.iso")
          link?.setAttribute("href", "https://dl.example/os/image.iso");
      };
      new MutationObserver(setBack).observe(document, { subtree: true, attributeFilter: ["href"] });
    });
  });
  await openReady(page, () => openPage("plain"));
  await page.evaluate(() => document.body.append("changed"));
  await expect(page.locator("body")).toContainText("changed");
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
