import { SITE_HOST } from "../servers/hosts.ts";
import { expectShown, READ_SHOWN } from "./harness/simulator.ts";
import { expect, test } from "./harness/test.ts";

const READ_STATE = "return document.querySelector('[data-simulator]').dataset.state";
const MOVE_SLIDER = `
  const slider = document.querySelector("[data-part=pinned]");
  slider.value = "10";
  slider.dispatchEvent(new Event("input", { bubbles: true }));`;

test("a slider runs the simulator anew, and numbers and pictures follow", async ({ webKitPage }) => {
  await webKitPage.go(`https://${SITE_HOST}/balance/`);
  await expect.poll(() => webKitPage.run(READ_STATE)).toBe("ready");
  expect(await webKitPage.run(`return ${READ_SHOWN}`)).toEqual(expectShown("new-mirror", {}));
  await webKitPage.run(MOVE_SLIDER);
  await expect.poll(() => webKitPage.run(READ_STATE), { timeout: 30_000 }).toBe("done");
  expect(await webKitPage.run(`return ${READ_SHOWN}`)).toEqual(expectShown("new-mirror", { pinned: 0.1 }));
});
