import { MODULE_CASES, nameResults } from "./harness/module-cases.ts";
import { makePageAddress } from "./harness/page-address.ts";
import { expect, test } from "./harness/test.ts";

for (const moduleCase of MODULE_CASES) {
  test(`the built module gives in a page what the vectors of ${moduleCase.kind} say`, async ({ webKitPage }) => {
    const { kind, vectors, expected } = moduleCase;
    await webKitPage.go(makePageAddress("core"));
    await expect.poll(() => webKitPage.run("return document.documentElement.dataset.module")).toBe("ready");
    const results = await webKitPage.run("return runVectors(...arguments)", kind, vectors);
    expect(nameResults(moduleCase, results)).toEqual(expected);
  });
}
