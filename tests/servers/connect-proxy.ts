import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";

/** A proxy on this machine that stands for the whole network. */
export interface ConnectProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Where a host is reached; undefined: it cannot be. */
export type FindPort = (host: string, port: string) => number | undefined;

function join(client: Socket, server: Socket): void {
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.pipe(other);
    // A browser may break off at any time; both ends go together.
    one.on("error", () => other.destroy()).on("close", () => other.destroy());
  }
}

/** Starts a proxy for CONNECT, which is all that https pages need, for the engines whose name resolution cannot be bent. */
export async function startConnectProxy(findPort: FindPort): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on("connection", (socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
  });
  proxy.on("connect", (request, client: Socket) => {
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const target = findPort(host, port);
    if (target === undefined) {
      // WebKitGTK would take a refusal in words for the mirror's own answer.
      client.destroy();
      return;
    }
    client.write("HTTP/1.1 200 OK\r\n\r\n");
    join(client, connect(target, "127.0.0.1"));
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return { port: (proxy.address() as AddressInfo).port, close: () => closeProxy() };

  async function closeProxy(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await once(proxy, "close");
  }
}
