import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";

/** An answer that was sent. */
export interface SentAnswer {
  readonly path: string;
  /** Of the body as it went over the line: compressed with brotli at its best. */
  readonly bytes: number;
}

/** A site on loopback that serves what it is handed, every file compressed alike, and keeps count. */
export interface BenchServer {
  readonly origin: string;
  readonly put: (path: string, content: string | Buffer) => void;
  /** Gives what was sent since the last time this was called. */
  readonly takeSent: () => readonly SentAnswer[];
  readonly close: () => Promise<void>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  json: "application/json",
  mjs: "text/javascript",
};

function findType(path: string): string {
  return CONTENT_TYPES[path.split(".")[1] ?? ""] ?? "text/html; charset=utf-8";
}

/** Starts the site. What it was not handed is answered 404, and counts as well. */
export async function startBenchServer(): Promise<BenchServer> {
  const files = new Map<string, Buffer>();
  let sent: SentAnswer[] = [];
  const server = createServer(({ url: path = "" }, response) => {
    const body = files.get(path) ?? Buffer.alloc(0);
    sent.push({ path, bytes: body.length });
    const headers = { "Content-Type": findType(path), "Content-Encoding": "br", "Cache-Control": "no-store" };
    response.writeHead(files.has(path) ? 200 : 404, body.length > 0 ? headers : {}).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (path, content) => {
      files.set(path, brotliCompressSync(content));
    },
    takeSent: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}
