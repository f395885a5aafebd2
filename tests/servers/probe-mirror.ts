import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { PROBE_ANSWERS } from "./probe-answers.ts";
import { makeProbeCertificate } from "./probe-certificate.ts";
import { TRACE_ANSWERS, TRACE_PATH } from "./trace-answers.ts";

/** Mirrors on this machine, each bent by the first part of its path: see `PROBE_ANSWERS` and `TRACE_ANSWERS`. */
export interface ProbeMirror {
  /** Every name leads here; `expired.example` has a certificate that is over, `stranger.example` one for another name. */
  readonly httpsPort: number;
  readonly httpPort: number;
  /** What is to be trusted, PEM. */
  readonly ca: string;
  /** The `url_prefix` of the mirror that answers in a way. */
  readonly prefix: (way: string, host?: string) => string;
  /** How many bytes went out since the start. */
  readonly bytesSent: () => number;
  readonly close: () => Promise<void>;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [, way = ""] = (request.url ?? "").split("/");
  const bent = TRACE_ANSWERS[way];
  const act = bent && !(request.url ?? "").endsWith(TRACE_PATH) ? PROBE_ANSWERS["good"] : (bent ?? PROBE_ANSWERS[way]);
  if (act) act(request, response);
  else response.writeHead(501).end();
}

/** Counts the bytes of all connections, those that are over too. */
function countBytes(server: Server): () => number {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  return () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
}

async function makeSecureServer(): Promise<{ readonly server: Server; readonly ca: string }> {
  const [main, expired, stranger] = await Promise.all([
    makeProbeCertificate({ names: ["m.example", "*.m.example"], days: 20 }),
    makeProbeCertificate({ names: ["expired.example"], days: -4 }),
    makeProbeCertificate({ names: ["other.example"], days: 20 }),
  ]);
  const special: Readonly<Record<string, typeof main>> = { "expired.example": expired, "stranger.example": stranger };
  const server = createHttpsServer({
    ...main,
    SNICallback: (host, done) => done(null, createSecureContext(special[host] ?? main)),
  });
  return { server, ca: [main, expired, stranger].map(({ cert }) => cert).join("\n") };
}

/** Starts the mirrors, on ports of their own and with fresh certificates. */
export async function startProbeMirror(): Promise<ProbeMirror> {
  const { server: secure, ca } = await makeSecureServer();
  const servers = [createHttpServer(), secure] as const;
  for (const server of servers) server.on("request", answer).on("clientError", () => undefined);
  const counts = servers.map(countBytes);
  const [httpPort, httpsPort] = [await listen(servers[0]), await listen(secure)];
  return {
    httpsPort,
    httpPort,
    ca,
    prefix: (way, host = `${way}.m.example`) => `https://${host}:${httpsPort}/${way}/`,
    bytesSent: () => counts.reduce((sum, count) => sum + count(), 0),
    close: async () => {
      const closed = servers.map((server) => once(server, "close"));
      for (const server of servers) server.close().closeAllConnections();
      await Promise.all(closed);
    },
  };
}
