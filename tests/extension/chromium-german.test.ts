import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { checkFile, openPage } from "./chromium-page.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { publishRelease } from "./signed-release.ts";
import { useChromium } from "./use-chromium.ts";

let files: SampleFiles;
const used = useChromium({
  words: ["--lang=de"],
  prepare: async (lab) => {
    files = await writeSampleFiles(lab);
  },
});

suite("the extension in a German Chromium", () => {
  test("says in German alone why a list is refused, and no file checked", async () => {
    await openPage(used.browser, "offer");
    for (const [path, content] of publishRelease(used.lab.file, used.lab.secretKey, "2026-10-01T00:00:00Z"))
      used.lab.site.set(path, content);
    const page = await openPage(used.browser, "none");
    const refusal =
      /unterschrieben, aber älter als eine, die früher kam: Vielleicht hält jemand die neuere zurück\. Mit der Website/;
    assert.match(await page.innerText("[data-part=list]"), refusal);
    const said = await checkFile(page, files.good, "not-signed");
    assert.match(said, refusal);
    assert.doesNotMatch(said, /must be|list/);
  });
});
