import { AUTHOR_HREF } from "./harness/download-page.ts";
import { makePageAddress } from "./harness/page-address.ts";
import { TRANSPORT_CASES, VECTOR_CASES } from "./harness/pool-cases.ts";
import { expect, test } from "./harness/test.ts";

const READ_STATE = "return document.documentElement.dataset.mirrorState";
const READ_HREF = "return document.querySelector(arguments[0])?.getAttribute('href')";

test("every fault and every vector of a pool ends in the page as it must", async ({ webKitPage }) => {
  for (const { pool, state, hrefs } of [...TRANSPORT_CASES, ...VECTOR_CASES]) {
    await test.step(pool, async () => {
      await webKitPage.go(makePageAddress("plain", { pool }));
      await expect.poll(() => webKitPage.run(READ_STATE)).toBe(state);
      expect(hrefs).toContain(await webKitPage.run(READ_HREF, "#download"));
    });
  }
});

test("offers on retry each mirror once, and the author's address in the end", async ({ webKitPage }) => {
  await webKitPage.go(makePageAddress("retry"));
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("ready");
  const seen = [await webKitPage.run(READ_HREF, "#download"), await webKitPage.run(READ_HREF, "#retry")];
  expect(new Set(seen).size).toBe(2);
  await webKitPage.run("document.querySelector('#retry').click()");
  await expect.poll(() => webKitPage.run(READ_HREF, "#retry")).toBe(AUTHOR_HREF);
  expect(await webKitPage.run(READ_HREF, "#download")).toBe(seen[1]);
});

test("puts the next mirror in the place of one that does not answer", async ({ webKitPage }) => {
  await webKitPage.go(makePageAddress("plain", { pool: "of/drops.example,refuses.example" }));
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("ready");
  await webKitPage.run("document.querySelector('#download').focus()");
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("fallback");
  expect(await webKitPage.run(READ_HREF, "#download")).toBe(AUTHOR_HREF);
});

test("restores the author's addresses", async ({ webKitPage }) => {
  await webKitPage.go(makePageAddress("plain"));
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("ready");
  await webKitPage.run("window.fairmirror.restore()");
  expect(await webKitPage.run(READ_HREF, "#download")).toBe(AUTHOR_HREF);
});
