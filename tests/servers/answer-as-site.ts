import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { findSitePath } from "../../src/demo/site-server.ts";
import { CONTENT_POLICIES } from "./content-policies.ts";
import { answerWithPool } from "./pool-answers.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
};

function findFolder(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Test pages stand below /pages/; all else is what was built. */
const FOLDERS = [findFolder("dist/site"), findFolder("dist")];
const PAGES = findFolder("tests");

/** The pool that every test page names; `?pool=` puts another in its place. */
const PAGE_POOL = "/pool/ok.json";

function bendPage(html: string, query: URLSearchParams): string {
  const pool = query.get("pool");
  if (pool === null) return html;
  return html.replaceAll(PAGE_POOL, `/pool/${pool.split("/").map(encodeURIComponent).join("/")}.json`);
}

function findPolicy(query: URLSearchParams): Record<string, string> {
  const key = query.get("csp");
  if (key === null) return {};
  const policy = CONTENT_POLICIES[key];
  if (policy === undefined) throw new RangeError(`no policy is called "${key}"; see tests/servers/content-policies.ts`);
  return { "Content-Security-Policy": policy };
}

async function findContent(path: string): Promise<Buffer | undefined> {
  const folders = path.startsWith("/pages/") ? [PAGES] : FOLDERS;
  for (const folder of folders) {
    const file = findSitePath(folder, path.endsWith("/") ? `${path}index.html` : path);
    const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (content) return content;
  }
  return undefined;
}

async function sendContent({ pathname, searchParams }: URL, response: ServerResponse): Promise<void> {
  const content = await findContent(pathname);
  const type = CONTENT_TYPES[extname(pathname) || ".html"] ?? "application/octet-stream";
  const headers = { "Content-Type": type, "Cache-Control": "no-store", ...findPolicy(searchParams) };
  // Browsers ask for it by themselves; a refusal would be a line in the console.
  if (!content && pathname === "/favicon.ico") response.writeHead(204).end();
  else if (!content) response.writeHead(404, headers).end(`nothing is at ${pathname}\n`);
  else if (type.startsWith("text/html"))
    response.writeHead(200, headers).end(bendPage(content.toString(), searchParams));
  else response.writeHead(200, headers).end(content);
}

/**
 * Answers as the site: the built one, the pages of the tests, and every kind of pool. A page may be bent by its query: `?pool=`
 * names a pool (see `answerWithPool`) and `?csp=` a policy (see `CONTENT_POLICIES`). A slip in either is answered 501.
 */
export async function answerAsSite(url: URL, response: ServerResponse): Promise<void> {
  try {
    if (url.pathname.startsWith("/pool/")) answerWithPool(decodeURIComponent(url.pathname), response);
    else await sendContent(url, response);
  } catch (error) {
    response.writeHead(501, { "Content-Type": "text/plain" }).end(String(error));
  }
}
