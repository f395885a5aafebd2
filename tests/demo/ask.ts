import { request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import type { Hits } from "../../src/demo/hits.ts";

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** How to ask; the path is sent as it is written, which `fetch` would not do. */
export interface Question {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** Asks a server on this machine, on a connection of its own. Rejects when the connection is cut. */
export function ask({ port, path, method = "GET", headers = {} }: Question): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false, timeout: 30_000 });
    asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
    asked.on("error", reject);
    asked.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    asked.end();
  });
}

/** Waits until a stand-in has finished what it answers: its last event may come after the visitor's last byte. */
export async function settle(counts: () => Hits): Promise<Hits> {
  while (counts().active > 0) await new Promise(setImmediate);
  return counts();
}
