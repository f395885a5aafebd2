import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createSecureContext } from "node:tls";
import { answerAsMirror } from "./answer-as-mirror.ts";
import { answerAsSite } from "./answer-as-site.ts";
import { makeCertificate, type Certificate } from "./certificate.ts";
import { startConnectProxy } from "./connect-proxy.ts";
import { findBehaviour, SITE_HOST } from "./hosts.ts";

/** What somebody was asked, and what the browser told of the visitor. */
export interface RecordedRequest {
  readonly host: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly referrer: string | undefined;
  readonly cookies: string | undefined;
}

/** The whole network on this machine: the site, and every mirror. */
export interface Lab {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** A proxy through which every name leads here, for browsers whose name resolution cannot be bent. */
  readonly proxyPort: number;
  /** Names the certificate that is to be trusted. */
  readonly spki: string;
  /** What was asked since the last `forget`, the oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

const CERTIFIED_NAMES = ["localhost", "*.localhost", "*.example"] as const;

function findHost({ headers }: IncomingMessage): string {
  return (headers.host ?? "").replace(/:\d+$/, "");
}

function record(request: IncomingMessage): RecordedRequest {
  const { method = "", url: path = "", headers } = request;
  return { host: findHost(request), method, path, referrer: headers.referer, cookies: headers.cookie };
}

function isUnreachable(host: string): boolean {
  return ["gone", "refuses"].includes(findBehaviour(host));
}

/** One listener for all hosts, told apart by the name that the visitor asks for. */
function createSecureServer(trusted: Certificate, untrusted: Certificate): Server {
  const contexts = { trusted: createSecureContext(trusted), untrusted: createSecureContext(untrusted) };
  return createHttpsServer({
    ...trusted,
    SNICallback: (host, done) => {
      if (isUnreachable(host)) done(new Error(`nobody connects to ${host}`));
      else done(null, findBehaviour(host) === "untrusted" ? contexts.untrusted : contexts.trusted);
    },
  });
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Starts the site and the mirrors, on ports of their own and with fresh certificates. */
export async function startLab(): Promise<Lab> {
  const [trusted, untrusted] = await Promise.all([makeCertificate(CERTIFIED_NAMES), makeCertificate(CERTIFIED_NAMES)]);
  const servers = [createHttpServer(), createSecureServer(trusted, untrusted)] as const;
  const requests: RecordedRequest[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = findHost(request);
    requests.push(record(request));
    if (host === SITE_HOST) void answerAsSite(new URL(request.url ?? "/", `https://${host}`), response);
    else answerAsMirror(host, response);
  };
  for (const server of servers) server.on("request", answer);
  const [httpPort, httpsPort] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  const proxy = await startConnectProxy((host, port) => {
    if (isUnreachable(host)) return undefined;
    return port === "80" ? httpPort : httpsPort;
  });
  return {
    httpPort,
    httpsPort,
    proxyPort: proxy.port,
    spki: trusted.spki,
    requests,
    forget: () => requests.splice(0),
    close: async () => {
      await Promise.all([proxy.close(), ...servers.map(closeServer)]);
    },
  };
}
