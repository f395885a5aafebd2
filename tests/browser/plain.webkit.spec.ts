import { makePageAddress } from "./harness/page-address.ts";
import { expect, test } from "./harness/test.ts";

test("points the link at a mirror and downloads from there", async ({ webKitPage, lab }) => {
  await webKitPage.go(makePageAddress("plain"));
  await expect.poll(() => webKitPage.run("return document.documentElement.dataset.mirrorState")).toBe("ready");
  const href = String(await webKitPage.run("return document.querySelector('#download').href"));
  expect(href).toMatch(/^https:\/\/(one|two)\.example\/pub\/os\/image\.iso$/);
  await webKitPage.run("document.querySelector('#download').click()");
  const listHosts = (): string[] => lab.requests.filter(({ method }) => method === "GET").map(({ host }) => host);
  await expect.poll(listHosts).toContain(new URL(href).host);
});
