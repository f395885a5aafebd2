import type { IncomingMessage, ServerResponse } from "node:http";
import { readByteRange } from "../../src/demo/byte-range.ts";
import { PROBE_FILE } from "./probe-release.ts";

/** How a mirror of a probe's tests answers. */
export type ProbeAnswer = (request: IncomingMessage, response: ServerResponse) => void;

type Headers = Readonly<Record<string, string | number>>;

const GIB = 2 ** 30;

const PLAIN: Headers = { "Content-Type": "application/octet-stream", "Accept-Ranges": "bytes" };

function isHead({ method }: IncomingMessage): boolean {
  return method === "HEAD";
}

/** Serves some content as a good server does, but for the headers given. */
function serve(content: Buffer, headers: Headers = {}): ProbeAnswer {
  return (request, response) => {
    const range = readByteRange(request.headers.range, content.length);
    if (range === "unsatisfiable") return void response.writeHead(416).end();
    const body = range ? content.subarray(range.start, range.end) : content;
    const place = range && { "Content-Range": `bytes ${range.start}-${range.end - 1}/${content.length}` };
    response.writeHead(range ? 206 : 200, { ...PLAIN, "Content-Length": body.length, ...place, ...headers });
    response.end(isHead(request) ? undefined : body);
  };
}

const good = serve(PROBE_FILE);

/** Answers HEAD well, and GET in another way. */
function bendGet(answer: ProbeAnswer): ProbeAnswer {
  return (request, response) => (isHead(request) ? good : answer)(request, response);
}

function redirect(location: string): ProbeAnswer {
  return (_request, response) => void response.writeHead(302, { Location: location }).end();
}

/** The head of a right answer to a ranged GET. */
function rangeHeaders({ headers }: IncomingMessage): Record<string, string | number> {
  const range = readByteRange(headers.range, PROBE_FILE.length);
  if (!range || range === "unsatisfiable") throw new RangeError(`must ask for a range, got ${headers.range ?? "none"}`);
  return { ...PLAIN, "Content-Range": `bytes ${range.start}-${range.end - 1}/${PROBE_FILE.length}` };
}

function sendEndless(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536);
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", send);
  send();
}

function trickle(response: ServerResponse, delayMs: number): void {
  const timer = setInterval(() => response.write("x"), delayMs);
  response.on("close", () => clearInterval(timer));
}

const PAGE = "<!doctype html><title>we are moving</title>";

/** The ways to answer, by the first part of the path. */
export const PROBE_ANSWERS: Readonly<Record<string, ProbeAnswer>> = {
  good,
  cors: serve(PROBE_FILE, { "Access-Control-Allow-Origin": "*" }),
  missing: (_request, response) => void response.writeHead(404, { "Content-Type": "text/html" }).end(),
  forbidden: (_request, response) => void response.writeHead(403).end(),
  older: serve(PROBE_FILE.subarray(0, 1000)),
  spoiled: serve(Buffer.from(PROBE_FILE.map((byte) => byte ^ 1))),
  text: serve(PROBE_FILE, { "Content-Type": "text/plain; charset=utf-8" }),
  page: (request, response) =>
    void response.writeHead(200, { "Content-Type": "text/html" }).end(isHead(request) ? undefined : PAGE),
  gzip: serve(PROBE_FILE, { "Content-Encoding": "gzip" }),
  hangs: () => undefined,
  drops: (_request, response) => void response.destroy(),
  "no-head": (request, response) => (isHead(request) ? void response.writeHead(405).end() : good(request, response)),
  "no-ranges": (request, response) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": PROBE_FILE.length });
    response.end(isHead(request) ? undefined : PROBE_FILE);
  },
  "says-less": bendGet(serve(PROBE_FILE.subarray(0, PROBE_FILE.length - 1))),
  "other-range": bendGet((_request, response) => {
    const headers = { ...PLAIN, "Content-Length": 10, "Content-Range": `bytes 0-9/${PROBE_FILE.length}` };
    response.writeHead(206, headers).end(PROBE_FILE.subarray(0, 10));
  }),
  "no-content-range": bendGet((_request, response) => void response.writeHead(206, PLAIN).end("x")),
  "announces-2-gib": bendGet((request, response) => {
    response.writeHead(206, { ...rangeHeaders(request), "Content-Length": 2 * GIB });
    sendEndless(response);
  }),
  "sends-2-gib": bendGet((request, response) => {
    response.writeHead(206, rangeHeaders(request));
    sendEndless(response);
  }),
  "one-byte-a-second": bendGet((request, response) => {
    response.writeHead(206, rangeHeaders(request));
    trickle(response, 1000);
  }),
  "slow-head": (_request, response) => {
    response.socket?.write("HTTP/1.1 200 OK\r\nX-Filler: ");
    const timer = setInterval(() => response.socket?.write("x"), 100);
    response.on("close", () => clearInterval(timer));
  },
  "closes-in-the-middle": bendGet((request, response) => {
    const range = readByteRange(request.headers.range, PROBE_FILE.length);
    const length = typeof range === "object" ? range.end - range.start : 0;
    response.writeHead(206, { ...rangeHeaders(request), "Content-Length": length });
    response.write(PROBE_FILE.subarray(0, 500), () => response.socket?.destroySoon());
  }),
  gibberish: (_request, response) => void response.socket?.end("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
  circle: (request, response) => {
    const path = request.url ?? "";
    redirect(path.includes("?again") ? path.replace("?again", "") : `${path}?again`)(request, response);
  },
  endless: ({ url = "" }, response) => void response.writeHead(302, { Location: `${url}x` }).end(),
  moved: (request, response) => redirect((request.url ?? "").replace("/moved/", "/good/"))(request, response),
  "to-http": redirect("http://elsewhere.example/image.img"),
  "to-onion": redirect("https://somewhere.onion/image.img"),
  "to-nowhere": (_request, response) => void response.writeHead(302).end(),
};
