import { MODULE_CASES, nameResults } from "./harness/module-cases.ts";
import { expect, test } from "./harness/test.ts";

declare const runVectors: (kind: string, vectors: readonly unknown[]) => unknown[];

for (const moduleCase of MODULE_CASES) {
  test(`the built module gives in a page what the vectors of ${moduleCase.kind} say`, async ({
    page,
    openPage,
    consoleLines,
  }) => {
    const { kind, vectors, expected } = moduleCase;
    await openPage("core");
    await expect(page.locator("html")).toHaveAttribute("data-module", "ready");
    const results = await page.evaluate(([name, all]) => runVectors(name, all), [kind, vectors] as const);
    expect(nameResults(moduleCase, results)).toEqual(expected);
    expect(consoleLines).toEqual([]);
  });
}
