import { SITE_HOST } from "../servers/hosts.ts";
import { writeSampleFiles } from "./harness/check-box.ts";
import { expect, test } from "./harness/test.ts";

const READ_STATE = "return document.querySelector('[data-check]').dataset.state";

test("tells a right file from a wrong one, and finds its bad places", async ({ webKitPage }) => {
  const files = await writeSampleFiles();
  await webKitPage.go(`https://${SITE_HOST}/`);
  await webKitPage.chooseFile("[data-part=picker]", files.good);
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("verified");
  await webKitPage.chooseFile("[data-part=picker]", files.flipped);
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("mismatch");
  await webKitPage.run("document.querySelector('[data-do=every]').click()");
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("mismatch-every");
  expect(await webKitPage.run("return document.querySelector('[data-word=bad]').textContent")).toBe("2");
  await files.close();
});
