import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { listenOnLoopback, type LoopbackServer } from "./loopback.ts";

/** What to serve, and where. */
export interface SiteServerOptions {
  readonly folder: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  "": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml; charset=utf-8",
};

// no-store: the mirrors' ports are others at the next start.
const COMMON_HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

function sendWords(response: ServerResponse, status: number, words: string): void {
  const headers = { ...COMMON_HEADERS, "Content-Type": "text/plain; charset=utf-8" };
  response.writeHead(status, headers).end(`${words}\n`);
}

/**
 * Gives the file that a request's path stands for, or undefined when it cannot be read or points outside the folder: "..", a
 * null byte and a backslash are never followed, however they are escaped.
 */
export function findSitePath(folder: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
    const root = normalize(folder + sep);
    const file = normalize(join(root, path));
    return path.startsWith("/") && !/[\0\\]/.test(path) && file.startsWith(root) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function findSize(file: string): Promise<number | "folder" | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return "folder";
  return found?.isFile() ? found.size : undefined;
}

async function sendFile(response: ServerResponse, file: string, status: number): Promise<void> {
  const size = await findSize(file);
  if (typeof size !== "number") {
    sendWords(response, 404, "not found");
    return;
  }
  const type = CONTENT_TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(status, { ...COMMON_HEADERS, "Content-Type": type, "Content-Length": size });
  if (response.req.method === "HEAD") response.end();
  // A visitor who breaks off is no fault here.
  else await pipeline(createReadStream(file), response).catch(() => undefined);
}

async function servePath(response: ServerResponse, folder: string, url: string): Promise<void> {
  const file = findSitePath(folder, url);
  if (file === undefined) {
    sendWords(response, 400, "this path cannot be read");
    return;
  }
  const isFolder = (await findSize(file)) === "folder";
  const path = url.split("?", 1)[0] ?? "";
  if (isFolder && path.endsWith("/")) return sendFile(response, join(file, "index.html"), 200);
  if (isFolder) response.writeHead(308, { ...COMMON_HEADERS, Location: `${path.replace(/^\/+/, "/")}/` }).end();
  else if ((await findSize(file)) === undefined) await sendFile(response, join(folder, "404.html"), 404);
  else await sendFile(response, file, 200);
}

async function serveRequest(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const { method, url = "/" } = request;
  if (method === "GET" || method === "HEAD") return servePath(response, folder, url);
  response.setHeader("Allow", "GET, HEAD");
  sendWords(response, 405, "only GET and HEAD are answered here");
}

/** Serves a built site to this machine. */
export function startSiteServer({ folder, port }: SiteServerOptions): Promise<LoopbackServer> {
  return listenOnLoopback(port, (request, response) => void serveRequest(request, response, folder));
}
