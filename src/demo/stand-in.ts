import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, answerFile, answerInWords, type ReleaseFile } from "./answer.ts";
import type { Behaviour } from "./cast.ts";
import type { StandInEvent } from "./hits.ts";
import { listenOnLoopback, type LoopbackServer } from "./loopback.ts";
import { paceChunks } from "./pace.ts";
import { createRequestJudge, type RequestJudge, type RequestKind } from "./request-kind.ts";

/** What a slow stand-in sends in a second at most, and how long it thinks before, in milliseconds. */
export const SLOW_BYTES_PER_SECOND = 512 * 2 ** 10;
export const SLOW_ANSWER_MS = 250;

const CHUNK_BYTES = 64 * 2 ** 10;

/** What a stand-in is to do. */
export interface StandInOptions {
  readonly behaviour: Behaviour;
  readonly file: ReleaseFile;
  /** The file's path on this mirror, with the leading slash. */
  readonly path: string;
  /** Is told of every GET request for the file. */
  readonly onEvent: (event: StandInEvent) => void;
  /** Gives milliseconds, by which the browser's own second request is told from a visitor's; the machine's clock unless given. */
  readonly now?: () => number;
}

function isForFile({ url = "" }: IncomingMessage, path: string): boolean {
  return url.split("?", 1)[0] === path;
}

function answerRequest(request: IncomingMessage, { behaviour, file, path }: StandInOptions): Answer {
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerInWords(405, "only GET and HEAD are answered here", { Allow: "GET, HEAD" });
  if (!isForFile(request, path)) return answerInWords(404, "not found");
  if (behaviour === "empty") return answerInWords(404, "this mirror does not have the file yet");
  return answerFile(request, file);
}

async function* countChunks(chunks: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Gives how many bytes of the file went out. */
async function sendAnswer(answer: Answer, response: ServerResponse, { behaviour, onEvent }: StandInOptions) {
  response.writeHead(answer.status, answer.headers);
  if (response.req.method === "HEAD") {
    response.end();
    return 0;
  }
  let bytes = 0;
  const onBytes = (count: number) => {
    if (answer.status >= 300) return;
    bytes += count;
    onEvent({ type: "bytes", count });
  };
  const bytesPerSecond = behaviour === "slow" ? SLOW_BYTES_PER_SECOND : undefined;
  const chunks = paceChunks(answer.body, { chunkBytes: CHUNK_BYTES, bytesPerSecond, wait });
  // A visitor who breaks off is no fault here: what went out until then counts.
  await pipeline(Readable.from(countChunks(chunks, onBytes)), response).catch(() => undefined);
  return bytes;
}

async function serveFile(response: ServerResponse, kind: RequestKind, options: StandInOptions): Promise<void> {
  options.onEvent({ type: "begin", kind });
  if (options.behaviour === "slow") await wait(SLOW_ANSWER_MS);
  const answer = answerRequest(response.req, options);
  const bytes = await sendAnswer(answer, response, options);
  options.onEvent({ type: "end", kind, status: answer.status, bytes });
}

/** Cuts the connection unanswered; the request counts all the same. */
function refuseService({ req }: ServerResponse, kind: RequestKind, { onEvent }: StandInOptions): void {
  req.socket.destroy();
  onEvent({ type: "begin", kind });
  onEvent({ type: "end", kind, status: 0, bytes: 0 });
}

function answerCounted(response: ServerResponse, judge: RequestJudge, options: StandInOptions): void {
  const { headers } = response.req;
  const kind = judge.judge(headers);
  if (options.behaviour !== "down") return void serveFile(response, kind, options);
  judge.noteCut(headers);
  refuseService(response, kind, options);
}

function answerUncounted(response: ServerResponse, options: StandInOptions): void {
  const silent = { ...options, onEvent: () => undefined };
  if (options.behaviour === "down") refuseService(response, "again", silent);
  else void serveFile(response, "again", silent);
}

/** Starts one mirror's stand-in on a port that the system chooses. It really serves the file, or fails in the way it is told to. */
export function startStandIn(options: StandInOptions): Promise<LoopbackServer> {
  const judge = createRequestJudge(options.now ?? (() => performance.now()));
  return listenOnLoopback(0, (request, response) => {
    if (request.method === "GET" && isForFile(request, options.path)) answerCounted(response, judge, options);
    else answerUncounted(response, options);
  });
}
