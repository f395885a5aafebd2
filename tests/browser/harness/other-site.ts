import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { makeSecretKey, signMessage } from "../../../src/cli/sign/minisign-crypto.ts";
import { renderKeyLine } from "../../../src/verify/public-key.ts";
import { renderSignature } from "../../../src/verify/signature.ts";
import { SITE_HOST } from "../../servers/hosts.ts";
import { openSite } from "./site-page.ts";

/** Opens the site as it would be with another list, signed by a key that it names, where another file is offered. */
export async function openOtherSite(page: Page, list: unknown, offered: string): Promise<void> {
  const secretKey = makeSecretKey();
  const body = JSON.stringify(list);
  const signature = signMessage(Buffer.from(body), { secretKey, algorithm: "Ed", trustedComment: "" });
  const html = (await readFile("dist/site/index.html", "utf8"))
    .replace(/data-key="[^"]*"/, `data-key="${renderKeyLine(secretKey)}"`)
    .replaceAll(/data-path="[^"]*"/g, `data-path="${offered}"`);
  await page.route(`https://${SITE_HOST}/`, (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.route("**/releases.json", (route) => route.fulfill({ body }));
  await page.route("**/releases.json.minisig", (route) => route.fulfill({ body: renderSignature(signature) }));
  await openSite(page);
}
