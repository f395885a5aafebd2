import { expect, type Page } from "playwright/test";
import { SITE_HOST } from "../../servers/hosts.ts";
import { rootOf } from "./download-page.ts";

/** The pages of the built site; the last is what its server sends where nothing is. */
export const SITE_PAGES = [
  "/",
  "/how-it-works/",
  "/status/",
  "/mirrors/",
  "/rules/",
  "/fallback/",
  "/balance/",
  "/404.html",
] as const;

/** The download button. */
export const DOWNLOAD = "a.use-mirror-pool";

/** The link to another mirror. */
export const RETRY = "a.use-mirror-pool-on-retry";

/** What a page of the built site says of the mirror that its links lead to: all of it must be one and the same. */
export interface ServedMirror {
  /** The host that the download button leads to. */
  readonly download: string;
  readonly shown: string;
  readonly share: string;
  /** Who lends it. */
  readonly lent: string;
  /** The hosts of the rows that say in words that they are the visitor's. */
  readonly marked: readonly string[];
  /** Of these, the ones that it says the visitor chose. */
  readonly choice: readonly string[];
  /** The hosts of the rows that say that they were turned away from, with these words. */
  readonly tried: readonly string[];
  /** The hosts of the rows that say so to a screen reader. */
  readonly current: readonly string[];
  /** The share that the list gives to the host of the download. */
  readonly listed: string;
}

/** Opens a page of the built site, and waits until the script has drawn where there is something to draw for. */
export async function openSite(page: Page, path = "/"): Promise<void> {
  await page.goto(`https://${SITE_HOST}${path}`);
  if (path === "/") await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
}

/** Reads at one moment all that the page says of the mirror it leads to. */
export function readServed(page: Page): Promise<ServedMirror> {
  return page.evaluate((selector) => {
    const hostOf = (link: HTMLAnchorElement | null): string => new URL(link?.href ?? "none:").host;
    const textOf = (place: string): string => document.querySelector<HTMLElement>(place)?.innerText ?? "";
    const download = hostOf(document.querySelector(selector));
    const rows = [...document.querySelectorAll<HTMLElement>(".mirrors tbody tr")].map((row) => ({
      host: hostOf(row.querySelector("a")),
      share: row.querySelector<HTMLElement>(".number")?.innerText.trim() ?? "",
      // Leaves out what is not seen.
      mark: row.querySelector<HTMLElement>(".mark")?.innerText ?? "",
      current: row.getAttribute("aria-current") === "true",
    }));
    return {
      download,
      shown: textOf("[data-mirror-host]"),
      share: textOf("[data-mirror-share]"),
      lent: textOf("[data-mirror-lent]"),
      marked: rows.filter(({ mark }) => mark.includes("your")).map(({ host }) => host),
      choice: rows.filter(({ mark }) => mark.includes("your choice")).map(({ host }) => host),
      tried: rows.filter(({ mark }) => /tried|no answer/.test(mark)).map(({ host, mark }) => `${host} ${mark}`),
      current: rows.filter(({ current }) => current).map(({ host }) => host),
      listed: rows.find(({ host }) => host === download)?.share ?? "",
    };
  }, DOWNLOAD);
}

/** Asserts that the page leads to a host and says so in every place; that it was chosen, where it was. */
export async function expectServed(page: Page, host: string, how: "drawn" | "chosen" = "drawn"): Promise<ServedMirror> {
  const served = await readServed(page);
  expect(served).toMatchObject({
    ...{ download: host, shown: host, marked: [host], current: [host], choice: how === "chosen" ? [host] : [] },
    ...{ listed: expect.stringMatching(/^\d+\.\d%$/), lent: expect.stringMatching(/\S/) },
    share: `${served.listed} of all downloads${how === "chosen" ? "; you chose it" : ""}`,
  });
  return served;
}

/** Gives the text of a file of the site, fetched by the page itself. */
export function fetchText(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => (await fetch(address)).text(), path);
}
