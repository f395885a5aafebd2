import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** Mirrors on addresses of this machine, all on one port, which is what health checks of DNS servers want. */
export interface StandInMirrors {
  readonly port: number;
  /** Sets what a mirror answers from now on, such as 200 or 503. */
  readonly answer: (address: string, status: number) => void;
  /** The requests so far, as "Host path", in the order they came. */
  readonly requests: () => readonly string[];
  readonly close: () => Promise<void>;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Starts mirrors on the given addresses (127.0.1.1 and the like) and the port; each answers 200 until told otherwise. */
export async function startMirrors(addresses: readonly string[], port: number): Promise<StandInMirrors> {
  const statuses = new Map<string, number>();
  const requests: string[] = [];
  const servers: Server[] = [];
  for (const address of addresses) {
    const server = createServer(({ url, headers }, response) => {
      requests.push(`${headers.host ?? ""} ${url ?? ""}`);
      response.writeHead(statuses.get(address) ?? 200, { "content-length": 0, connection: "close" }).end();
    });
    // Those who check go away as soon as they have seen the status.
    server.on("clientError", (_, socket) => socket.destroy());
    servers.push(server.listen(port, address));
    await once(server, "listening");
  }
  return {
    port,
    answer: (address, status) => statuses.set(address, status),
    requests: () => requests,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}
