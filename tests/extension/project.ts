import { readFile } from "node:fs/promises";

/** Where the lab's site keeps its lists. */
export const SITE = "https://site.example";

/** What Firefox tells the extension by. */
export const EXTENSION_ID = "lab@site.example";

/** Gives a project of the lab: the sample's, with another key and other addresses; `more` takes the place of what else it has. */
export async function makeProject(key: string, more: object = {}): Promise<object> {
  const sample = JSON.parse(await readFile("site/project.json", "utf8")) as object;
  const extension = {
    id: EXTENSION_ID,
    site: SITE,
    pool: `${SITE}/mirrors.json`,
    releases: `${SITE}/releases.json`,
  };
  return { ...sample, name: "Lab OS", signing_key: key, extension, ...more };
}
