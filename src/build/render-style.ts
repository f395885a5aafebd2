import { readFile } from "node:fs/promises";
import { renderTheme } from "./site-theme.ts";

/** Gives a style sheet after the project's colours and what the site and the extension have in common. */
export async function renderStyle(colors: Parameters<typeof renderTheme>[0], sheet: string): Promise<string> {
  const base = await readFile(new URL("base.css", import.meta.url), "utf8");
  return [renderTheme(colors) + base, sheet].join("\n");
}
