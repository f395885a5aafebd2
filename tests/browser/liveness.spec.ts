import type { Page } from "playwright/test";
import { orderMirrors, sessionDraw } from "../../src/core/index.ts";
import { AUTHOR_HREF, downloadFrom, rootOf } from "./harness/download-page.ts";
import { expectOnlyFailures } from "./harness/record-console.ts";
import { expect, test } from "./harness/test.ts";

const LIVE = "one.example";
const LIVE_HREF = `https://${LIVE}/pub/os/image.iso`;

/** Finds the key of a session that meets the hosts in the order given. */
function findKey(hosts: readonly string[]): string {
  const mirrors = hosts.map((host) => ({ url_prefix: `https://${host}/pub/`, weight: 1 }));
  for (let key = 0; ; key++) {
    const order = orderMirrors(mirrors, sessionDraw(String(key)));
    if (order.every((mirror, place) => mirror === mirrors[place])) return String(key);
  }
}

/** Opens a page in a session that meets the hosts in the order given. */
async function openInOrder(page: Page, open: (pool: string) => Promise<void>, hosts: readonly string[]): Promise<void> {
  await page.addInitScript((key) => {
    // An empty page, which comes first, has no storage.
    if (location.protocol === "https:") sessionStorage["fairmirror"] ??= key;
  }, findKey(hosts));
  await open(`of/${hosts.join(",")}`);
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
  expect(await page.getAttribute("#download", "href")).toBe(`https://${hosts[0] ?? ""}/pub/os/image.iso`);
}

test("asks nobody but the site before the visitor means to download", async ({ page, openPage, lab }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool }), [LIVE, "two.example"]);
  expect(new Set(lab.requests.map(({ host }) => host))).toEqual(new Set(["site.example"]));
});

for (const [name, intend] of [
  ["the pointer rests on the link", (page: Page) => page.hover("#download")],
  ["the link gets the focus", (page: Page) => page.focus("#download")],
] as const) {
  test(`asks the drawn mirror once when ${name}, and tells it nothing of the visitor`, async ({
    page,
    openPage,
    lab,
  }) => {
    await openInOrder(page, (pool) => openPage("plain", { pool, csp: "strict" }), [LIVE, "two.example"]);
    await intend(page);
    await expect.poll(() => lab.requests.filter(({ host }) => host === LIVE).length).toBe(1);
    expect(lab.requests.filter(({ host }) => host === LIVE)).toEqual([
      { host: LIVE, method: "HEAD", path: "/pub/os/image.iso", referrer: undefined, cookies: undefined },
    ]);
    expect(lab.requests.map(({ host }) => host)).not.toContain("two.example");
    expect(await page.getAttribute("#download", "href")).toBe(LIVE_HREF);
  });
}

test("asks the drawn mirror when a finger rests on the link", { tag: "@chromium" }, async ({ page, openPage, lab }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool }), [LIVE, "two.example"]);
  const { x = 0, y = 0 } = (await page.locator("#download").boundingBox()) ?? {};
  const browser = await page.context().newCDPSession(page);
  await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: x + 5, y: y + 5 }] });
  await expect
    .poll(() => lab.requests.filter(({ host }) => host === LIVE).map(({ method }) => method))
    .toEqual(["HEAD"]);
});

const DEAD = [
  ["has a name that does not resolve", "gone.example", {}],
  ["refuses", "refuses.example", {}],
  ["cuts the connection", "drops.example", {}],
  ["hangs", "hangs.example", {}],
  ["has a bad certificate", "untrusted.example", { tag: "@chromium" }],
] as const;

for (const [name, host, details] of DEAD) {
  test(`puts the next mirror in the place of one that ${name}`, details, async ({ page, openPage, consoleLines }) => {
    await openInOrder(page, (pool) => openPage("plain", { pool }), [host, LIVE]);
    await page.hover("#download");
    await expect(page.locator("#download")).toHaveAttribute("href", LIVE_HREF);
    expect(await page.textContent("[data-mirror-host]")).toBe(LIVE);
    expect((await downloadFrom(page, "#download")).url()).toBe(LIVE_HREF);
    expectOnlyFailures(consoleLines, { requests: 1 });
  });
}

test("asks nobody while the pointer only passes over the link", async ({ page, openPage, lab }) => {
  await page.clock.install();
  await openInOrder(page, (pool) => openPage("plain", { pool }), [LIVE, "two.example"]);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await page.hover("#download");
  await page.clock.runFor(64);
  await page.mouse.move(600, 500);
  await page.clock.runFor(1000);
  expect(lab.requests.filter(({ method }) => method === "HEAD")).toEqual([]);
  await page.hover("#download");
  await page.clock.runFor(65);
  await expect.poll(() => lab.requests.filter(({ method }) => method === "HEAD").length).toBe(1);
});

test("asks the mirror itself, not the browser's cache", async ({ page, openPage, lab }) => {
  const asked = (): number => lab.requests.filter(({ method }) => method === "HEAD").length;
  await openInOrder(page, (pool) => openPage("plain", { pool }), ["cached.example", LIVE]);
  await page.hover("#download");
  await expect.poll(asked).toBe(1);
  await openInOrder(page, (pool) => openPage("plain", { pool }), ["cached.example", LIVE]);
  await page.focus("#download");
  await expect.poll(asked).toBe(2);
});

test("keeps a mirror that was clicked before it had answered", async ({ page, openPage }) => {
  const href = "https://mute.example/pub/os/image.iso";
  // The click comes while the mirror is being asked, however slow the machine.
  await page.addInitScript(() => {
    const ask = window.fetch.bind(window);
    window.fetch = (...request) => {
      const answer = ask(...request);
      if (request[1]?.method === "HEAD") setTimeout(() => document.querySelector<HTMLElement>("#download")?.click());
      return answer;
    };
  });
  await openInOrder(page, (pool) => openPage("plain", { pool }), ["mute.example", LIVE]);
  const silence = page.waitForEvent("requestfailed", (request) => request.method() === "HEAD");
  const [download] = await Promise.all([page.waitForEvent("download"), page.hover("#download")]);
  expect(download.url()).toBe(href);
  await silence;
  await page.evaluate(() => document.body.append("changed"));
  expect(await page.getAttribute("#download", "href")).toBe(href);
});

test("asks nobody once the link is clicked, for the click may end the question", async ({ page, openPage, lab }) => {
  await page.clock.install();
  await openInOrder(page, (pool) => openPage("plain", { pool }), [LIVE, "two.example"]);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await page.focus("#download");
  await downloadFrom(page, "#download");
  await page.clock.runFor(1_000);
  await page.evaluate(async () => (await fetch("/pool/ok.json")).text());
  expect(lab.requests.filter(({ method }) => method === "HEAD")).toEqual([]);
});

test("blames no mirror while the visitor is offline", async ({ page, openPage, context }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool }), [LIVE, "two.example"]);
  await context.setOffline(true);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  await page.clock.install();
  await page.hover("#download");
  await page.clock.runFor(1_000);
  expect(await page.getAttribute("#download", "href")).toBe(LIVE_HREF);
});

test("goes back to the author's address when no mirror answers", async ({ page, openPage, consoleLines }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool }), ["drops.example", "gone.example"]);
  await page.hover("#download");
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 2 });
});

test("asks no fifth mirror after four that are silent", async ({ page, openPage }) => {
  const asked: string[] = [];
  await page.route("**/pub/**", (route) => {
    asked.push(new URL(route.request().url()).host);
    return route.abort();
  });
  const hosts = Array.from({ length: 8 }, (_, index) => `m${index}.example`);
  await openInOrder(page, (pool) => openPage("plain", { pool }), hosts);
  await page.hover("#download");
  await expect(page.locator("#download")).toHaveAttribute("href", "https://m4.example/pub/os/image.iso");
  expect(asked).toEqual(hosts.slice(0, 4));
});

test("asks on for the link that the pointer moved to while its mirror was being asked", async ({ page, openPage }) => {
  const asked: string[] = [];
  const fail: (() => unknown)[] = [];
  await page.route("**/pub/**", (route) => {
    asked.push(new URL(route.request().url()).host);
    if (asked.length === 1) fail.push(() => route.abort());
    else return route.abort();
  });
  await page.clock.install();
  const hosts = ["m0.example", "m1.example", "m2.example"];
  await openInOrder(page, (pool) => openPage("two-files", { pool }), hosts);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await page.hover("#new");
  await page.clock.runFor(65);
  await expect.poll(() => asked).toEqual(["m0.example"]);
  await page.hover("#download");
  await page.clock.runFor(65);
  fail.forEach((end) => end());
  await expect.poll(() => asked).toEqual(hosts);
});

test("falls back when a policy forbids to ask the mirrors", async ({ page, openPage, consoleLines }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool, csp: "no-mirrors" }), ["a.example", "b.example"]);
  await page.hover("#download");
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect((await downloadFrom(page, "#download")).url()).toBe(AUTHOR_HREF);
  expectOnlyFailures(consoleLines, { requests: 2, linesEach: 2 });
});

test("asks nobody when liveness is switched off", async ({ page, openPage, lab }) => {
  await openInOrder(page, (pool) => openPage("no-liveness", { pool }), ["drops.example", LIVE]);
  await page.hover("#download");
  await page.focus("#download");
  await Promise.all([page.waitForEvent("requestfailed"), page.click("#download", { noWaitAfter: true })]);
  const asked = lab.requests.filter(({ host }) => host === "drops.example");
  expect(asked.map(({ method }) => method)).not.toContain("HEAD");
});

test("cannot see that a mirror lacks the file: that is what probes are for", async ({ page, openPage, lab }) => {
  await openInOrder(page, (pool) => openPage("plain", { pool }), ["missing.example", LIVE]);
  await page.hover("#download");
  await expect.poll(() => lab.requests.map(({ host }) => host)).toContain("missing.example");
  expect(await page.getAttribute("#download", "href")).toBe("https://missing.example/pub/os/image.iso");
});
