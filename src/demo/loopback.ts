import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The one address that the demo listens on: nothing outside this machine can reach it. */
export const LOOPBACK = "127.0.0.1";

/** How long a connection may lie idle, or take to send its request, in milliseconds. */
const CONNECTION_TIMEOUT_MS = 30_000;

/** An HTTP server on this machine only. */
export interface LoopbackServer {
  readonly port: number;
  /** Stops listening and cuts what is still open. */
  readonly close: () => Promise<void>;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/**
 * Starts an HTTP server on the loopback address; port 0 lets the system choose. Every connection has a time limit. Rejects with
 * the system's error (`code` "EADDRINUSE", "EACCES") when the port cannot be had.
 */
export async function listenOnLoopback(port: number, onRequest: RequestListener): Promise<LoopbackServer> {
  const server = createServer({ requestTimeout: CONNECTION_TIMEOUT_MS, keepAliveTimeout: 5_000 }, onRequest);
  server.setTimeout(CONNECTION_TIMEOUT_MS);
  server.listen(port, LOOPBACK);
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}
