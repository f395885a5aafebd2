import { AUTHOR_HREF, downloadFrom, hrefOf, openReady, rootOf, SERVED_HREF } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

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

test("turns from no mirror at a retry link that leads beside them", async ({ page, openPage }) => {
  await openReady(page, () => openPage("retry-elsewhere", { pool: "of/a.example,b.example" }));
  const before = await hrefOf(page, "download");
  await page.click("#retry");
  // What a click changes is there after a task.
  await page.evaluate(() => new Promise<void>((done) => setTimeout(done)));
  expect(await hrefOf(page, "download")).toBe(before);
});

test("begins anew on the next page of a visitor who tried every mirror", async ({ page, openPage }) => {
  await openReady(page, () => openPage("retry", { pool: "of/a.example,b.example,c.example" }));
  const seen = [await hrefOf(page, "download")];
  for (let click = 0; click < 3; click++) {
    seen.push(await hrefOf(page, "retry"));
    await downloadFrom(page, "#retry");
    await expect(page.locator("#download")).toHaveAttribute("href", seen.at(-1) ?? "");
  }
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  await openReady(page, () => page.reload());
  expect([await hrefOf(page, "download"), await hrefOf(page, "retry")]).toEqual(seen.slice(0, 2));
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
    // Also the choice of the mirror that was drawn anyway is kept.
    const readChoice = (): Promise<string> =>
      page.evaluate(() => String(sessionStorage["fairmirror"]).split("\n")[1] ?? "");
    await expect.poll(readChoice).toBe(`https://${name}.example/pub/`);
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
  expect(await hrefOf(page, "download")).toMatch(SERVED_HREF);
  expect((await downloadFrom(page, "#download")).url()).toMatch(SERVED_HREF);
  expect(consoleLines.filter(({ text }) => !text.includes("sandbox"))).toEqual([]);
});

test("a file that no mirror has yet changes nothing for the others", async ({ page, openPage }) => {
  await openReady(page, () => openPage("two-files", { pool: "fresh" }));
  expect(await hrefOf(page, "new")).toBe("https://dl.example/os/new.iso");
  const first = await hrefOf(page, "download");
  expect(new URL(first ?? "").host).toBe(await page.textContent("[data-mirror-host]"));
  const second = await hrefOf(page, "retry");
  await downloadFrom(page, "#retry");
  await expect(page.locator("#download")).toHaveAttribute("href", second ?? "");
  await openReady(page, () => page.reload());
  expect(await hrefOf(page, "download")).toBe(second);
  expect(await hrefOf(page, "retry")).not.toBe(first);
});
