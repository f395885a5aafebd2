import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, DownloadRequest } from "../../../src/verify/download/download-request.ts";
import { type Behaviour, bendAnswer, type BentAnswer } from "./behaviour.ts";
import type { VirtualMirror } from "./virtual-network.ts";

/** Mirrors on this machine. */
export interface MirrorServer {
  /** Node's own fetch, for which the mirrors stand at their `url_prefix`. */
  readonly fetch: DownloadRequest["fetch"];
  readonly close: () => Promise<void>;
}

/** Faster than this is not held back: bytes a millisecond. */
const UNPACED = 100_000;
const CHUNK = 64 * 1024;

async function* sendBytes(
  { bytes, until, then }: BentAnswer,
  rate: number,
  gone: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const end = Math.min(bytes.length, until);
  for (let sent = 0; sent < end; sent += CHUNK) {
    const part = bytes.subarray(sent, Math.min(sent + CHUNK, end));
    if (rate < UNPACED) await sleep(part.length / rate);
    yield part;
  }
  if (until >= bytes.length) return;
  if (then === "hang") await once(gone, "abort");
  if (then === "reset") throw new Error("reset");
}

/** What browsers want to know of a file before they go on with it later; of what is to end too early they would hear its length. */
function describeFile({ bytes, until }: BentAnswer): OutgoingHttpHeaders {
  return until === Infinity ? { "Accept-Ranges": "bytes", "Content-Length": bytes.length, ETag: '"1"' } : {};
}

/** What a mirror is asked for, and how it behaves. */
export interface AskedMirror {
  readonly behaviour: Behaviour;
  /** Bytes a millisecond. */
  readonly rate: number;
  readonly file: Uint8Array<ArrayBuffer>;
}

/** Answers a request as a mirror that behaves so would; rejects when the connection is to be broken. */
export async function answerAs({ behaviour, rate, file }: AskedMirror, response: ServerResponse): Promise<void> {
  const { req: request } = response;
  if (behaviour.kind === "hangs") return;
  if (behaviour.kind === "to-http" && !request.url?.endsWith("?again"))
    return void response.writeHead(302, { Location: `http://${request.headers.host}${request.url}?again` }).end();
  const bent = bendAnswer(behaviour, file, request.headers.range);
  response.writeHead(bent.status, { ...describeFile(bent), ...bent.headers });
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  await pipeline(sendBytes(bent, rate, gone.signal), response);
}

/** Gives what a client sees of an answer: the mirror's own address, unless a redirect led elsewhere. */
function disguise({ status, redirected, url, headers, body }: Response, asked: string): Answer {
  return { status, url: redirected ? url : asked, headers, body };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

/** Gives a port at which nobody listens. */
async function findDeadPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

/** Starts a server on 127.0.0.1 that behaves as each of some mirrors would, in the ways that a network in memory knows too. */
export async function startMirrorServer(
  file: Uint8Array<ArrayBuffer>,
  mirrors: Readonly<Record<string, VirtualMirror>>,
): Promise<MirrorServer> {
  const list = Object.entries(mirrors);
  const counts = list.map(() => 0);
  const deadPort = await findDeadPort();
  const server = createServer((request, response) => {
    const [, index, number] = (request.url ?? "").split("/").map(Number);
    const mirror = list[index ?? -1]?.[1];
    if (!mirror || number === undefined) return void response.writeHead(501).end();
    const asked = { behaviour: mirror.behave(number), rate: mirror.rate, file };
    void answerAs(asked, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  const fetchFrom: DownloadRequest["fetch"] = async (url, question) => {
    const index = list.findIndex(([prefix]) => url.startsWith(prefix));
    const [prefix = "", mirror] = list[index] ?? [];
    const number = counts[index] ?? 0;
    counts[index] = number + 1;
    const isDead = mirror?.behave(number).kind === "dead";
    const path = url.slice(prefix.length);
    return disguise(
      await fetch(`http://127.0.0.1:${isDead ? deadPort : port}/${index}/${number}/${path}`, question),
      url,
    );
  };
  return { fetch: fetchFrom, close: () => close(server) };
}
