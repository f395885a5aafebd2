import { join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";

/** One rendered page: where it goes below the output folder, and what it says. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

/** Only names a folder: the pages come back as text, Eleventy itself writes nothing. */
const NOWHERE = "nowhere";

/**
 * Renders the templates of a folder, giving them the data by name. There is no configuration file: Eleventy would have to read
 * it without tsx. A name that no data has is an error, not an empty place in the page.
 */
export async function renderPages(folder: string, data: Readonly<Record<string, unknown>>): Promise<Page[]> {
  const eleventy = new Eleventy(relative(process.cwd(), folder), NOWHERE, {
    configPath: false,
    quietMode: true,
    config(config) {
      config.setTemplateFormats(["njk"]);
      config.setUseGitIgnore(false);
      config.setNunjucksEnvironmentOptions({ throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
      for (const [name, value] of Object.entries(data)) config.addGlobalData(name, value);
    },
  });
  const pages = await eleventy.toJSON();
  return pages.map(({ outputPath, content }) => ({ path: relative(NOWHERE, join(outputPath)), content }));
}
