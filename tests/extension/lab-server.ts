import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "../servers/certificate.ts";
import { SITE_HOST } from "../servers/hosts.ts";
import { answerAs } from "../verify/download/mirror-server.ts";
import type { VirtualMirror } from "../verify/download/virtual-network.ts";

/** Mirrors by their `url_prefix`; each has a host of its own. */
export type Mirrors = Readonly<Record<string, VirtualMirror>>;

/** What a mirror was asked for. */
export interface Asking {
  readonly host: string;
  readonly range: string | undefined;
}

/** A site and its mirrors, behind one port; they give the same without https, where a redirect may lead. */
export interface LabServer {
  readonly port: number;
  readonly plainPort: number;
  /** What the site has, by path. Tests change it; empty: the site is down. */
  readonly site: Map<string, Uint8Array>;
  /** Puts other mirrors in the place of those that are there; the site's pool names them. */
  readonly serve: (mirrors: Mirrors) => void;
  readonly askings: readonly Asking[];
  readonly forget: () => void;
  readonly close: () => void;
}

const PAGE = `<!doctype html><title>lab</title><h1>lab</h1><button type="button">hand over</button>`;

function renderPool(prefixes: readonly string[]): Uint8Array {
  const mirrors = prefixes.map((url_prefix) => ({ url_prefix, weight: 50 }));
  return Buffer.from(JSON.stringify({ version: 1, fallback_prefix: "https://dl.example/", mirrors }));
}

function answerAsSite(site: ReadonlyMap<string, Uint8Array>, response: ServerResponse): void {
  const { url = "/" } = response.req;
  if (site.size === 0) response.destroy();
  else if (url === "/") response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
  else if (site.has(url)) response.writeHead(200).end(site.get(url));
  else response.writeHead(404).end();
}

function findHost({ headers }: IncomingMessage): string {
  return (headers.host ?? "").replace(/:\d+$/, "");
}

/** The mirrors as they are now. */
interface Fleet {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly mirrors: Map<string, VirtualMirror>;
  readonly askings: Asking[];
}

function answerAsMirror({ file, mirrors, askings }: Fleet, host: string, response: ServerResponse): void {
  const mirror = mirrors.get(host);
  const number = askings.filter((asking) => asking.host === host).length;
  const behaviour = mirror?.behave(number);
  if (!mirror || !behaviour || behaviour.kind === "dead") return void response.destroy();
  askings.push({ host, range: response.req.headers.range });
  void answerAs({ behaviour, rate: mirror.rate, file }, response).catch(() => response.destroy());
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** Starts a site that has some files, and mirrors of one file. */
export async function startLabServer(
  certificate: Certificate,
  site: Map<string, Uint8Array>,
  file: Uint8Array<ArrayBuffer>,
): Promise<LabServer> {
  const fleet: Fleet = { file, mirrors: new Map(), askings: [] };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = findHost(request);
    if (host === SITE_HOST) answerAsSite(site, response);
    else answerAsMirror(fleet, host, response);
  };
  const servers = [createSecureServer(certificate, answer), createServer(answer)] as const;
  const [port, plainPort] = [await listen(servers[0]), await listen(servers[1])];
  return {
    ...{ port, plainPort },
    site,
    serve: (mirrors) => {
      fleet.mirrors.clear();
      for (const [prefix, mirror] of Object.entries(mirrors)) fleet.mirrors.set(new URL(prefix).host, mirror);
      site.set("/mirrors.json", renderPool(Object.keys(mirrors)));
    },
    askings: fleet.askings,
    forget: () => void fleet.askings.splice(0),
    close: () => servers.forEach(close),
  };
}
